package yichuang;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.Secrets;
import yichuang.hall.Command;
import yichuang.hall.EnrolCode;
import yichuang.hall.Role;
import yichuang.hall.Token;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.leader.Leader;

/**
 * What a start hands out, once, so that somebody can begin: tokens for programs, or one-time codes
 * for browsers.
 */
final class FirstTokens {
    private static final TokenId START = new TokenId("start");
    private static final Duration CODE_GOOD_FOR = Duration.ofMinutes(30);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(FirstTokens.class.getName());

    private final Leader leader;
    private final Nodes nodes;

    /** Nothing can be handed out before somebody leads the hall. */
    private static final class NobodyLeads extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyLeads(Throwable cause) {
            super(cause);
        }
    }

    FirstTokens(Leader leader, Nodes nodes) {
        this.leader = leader;
        this.nodes = nodes;
    }

    /** The line of a node that joined: who began the hall has the tokens. */
    String none(String address) {
        nodes.awaitCaughtUp(PATIENCE);
        return new JsonObject().put("ready", address).put("tokens", new JsonObject()).encode();
    }

    /** A hall of several may have to elect a leader first; or this node is to begin alone. */
    private void ask(Command command) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                nodes.asks().ask(START, Optional.empty(), command).join();
                return;
            } catch (CompletionException | RejectedExecutionException notYet) {
                if (System.nanoTime() > until || nodes.turn().isDone()) {
                    throw new NobodyLeads(notYet);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * One line for programs: where the hall is, and a fresh service token for each role. A node
     * that comes back to a hall of several which nobody leads has none to give, and answers
     * questions all the same; older tokens are good.
     */
    String line(String address) {
        JsonObject tokens = new JsonObject();
        try {
            for (Role role : Role.values()) {
                tokens.put(role.code(), token(role));
            }
        } catch (NobodyLeads nobody) {
            tokens.clear();
            tellNobody(nobody);
        }
        return new JsonObject().put("ready", address).put("tokens", tokens).encode();
    }

    private static void tellNobody(NobodyLeads nobody) {
        LOG.log(
                Level.WARNING,
                "没有控制器主持大厅，请启动其他投票节点。先前的口令仍然有效。 Nobody leads the hall: start the other voters."
                        + " Tokens of before are good. {0}",
                nobody.getCause().getMessage());
    }

    /** Older tokens stay good until they are revoked. */
    private String token(Role role) {
        String secret = Secrets.random();
        Token token =
                new Token(
                        new TokenId(role.code() + "-" + Secrets.id()),
                        Secrets.sha256(secret),
                        role,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "--json",
                        leader.clock().now());
        ask(new Command.GrantToken(token));
        return secret;
    }

    /** Lines for a person: where to go, and a code for each page. */
    String welcome(String address) {
        try {
            return codes(address);
        } catch (NobodyLeads nobody) {
            tellNobody(nobody);
            return "一窗大厅控制器已启动 The hall is at " + address;
        }
    }

    private String codes(String address) {
        WindowId first =
                leader.read(reading -> reading.hall().windows().iterator().next().id()).join();
        return String.join(
                "\n",
                "",
                "一窗大厅控制器已启动 The hall is at " + address,
                "每个网址登记一个浏览器，只能用一次，30 分钟内有效。 Each address enrols one browser, once, within 30 minutes:",
                "  取号机 kiosk    " + enrol(address, Role.KIOSK, Optional.empty(), "/kiosk"),
                "  窗口   window   "
                        + enrol(address, Role.WINDOW, Optional.of(first), "/window/" + first),
                "  大屏   board    " + enrol(address, Role.DEVICE, Optional.empty(), "/board"),
                "  管理员 manager  " + enrol(address, Role.MANAGER, Optional.empty(), "/manager"),
                "  运维   admin    " + enrol(address, Role.ADMIN, Optional.empty(), "/admin"),
                "更多登记码在 /admin 生成。 More codes are made on /admin.",
                "");
    }

    private String enrol(String address, Role role, Optional<WindowId> window, String page) {
        String code = Secrets.code();
        Instant expires = leader.clock().now().plus(CODE_GOOD_FOR);
        EnrolCode enrolment =
                new EnrolCode(Secrets.sha256(code), role, window, Optional.empty(), page, expires);
        ask(new Command.IssueCode(enrolment));
        return address + "/enrol?code=" + code + "&to=" + page;
    }
}
