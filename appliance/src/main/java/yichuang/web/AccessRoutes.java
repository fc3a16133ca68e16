package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.hall.Command;
import yichuang.hall.EnrolCode;
import yichuang.hall.RequestKey;
import yichuang.hall.Role;
import yichuang.hall.Token;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;

/** Who may ask: one-time codes, the browsers and devices enrolled with them, and their end. */
final class AccessRoutes {
    private static final Duration CODE_GOOD = Duration.ofMinutes(15);
    private static final long COOKIE_SECONDS = Duration.ofDays(400).toSeconds();
    private static final TokenId ENROLLING = new TokenId("enrolling");

    private final Asking asking;
    private final Receipts receipts;
    private final Links links;

    AccessRoutes(Asking asking, Receipts receipts, Links links) {
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("issueCode", this::issue);
        acts.put("enrol", this::enrol);
        acts.put("listTokens", this::tokens);
        acts.put("revokeToken", this::revoke);
    }

    private Future<Reply> issue(Exchange exchange) {
        Role role = Role.valueOf(exchange.body().getString("role").toUpperCase(Locale.ROOT));
        Optional<WindowId> window = exchange.text("window").map(Ids::window);
        String code = exchange.key().map(key -> Derived.code(key, links)).orElseGet(Secrets::code);
        Instant expires = asking.leader().clock().now().plus(CODE_GOOD);
        EnrolCode enrol =
                new EnrolCode(
                        Secrets.sha256(code),
                        role,
                        window,
                        exchange.text("device"),
                        exchange.text("label").orElse(role.code()),
                        expires);
        return asking.ask(exchange, new Command.IssueCode(enrol))
                .map(receipts::at)
                .map(
                        at ->
                                Reply.created(
                                        new JsonObject()
                                                .put("code", code)
                                                .put("role", role.code())
                                                .put(
                                                        "expires",
                                                        asking.front().time(at.plus(CODE_GOOD)))));
    }

    /** The secret is nowhere but in the cookie; a retry with the same key gets the same one. */
    private Future<Reply> enrol(Exchange exchange) {
        String code = exchange.body().getString("code").trim().toUpperCase(Locale.ROOT);
        String secret = Derived.token(code, links);
        Command command =
                new Command.UseCode(
                        Secrets.sha256(code),
                        new TokenId(Secrets.id()),
                        Secrets.sha256(secret),
                        true);
        Optional<RequestKey> key =
                exchange.key().map(given -> new RequestKey(ENROLLING, given.key(), given.hash()));
        return exchange.await(asking.leader().ask(ENROLLING, key, command))
                .map(asking::receipt)
                .map(
                        receipt ->
                                Reply.ok(receipts.json(receipt, exchange.language()))
                                        .with("Set-Cookie", cookie(exchange, secret)));
    }

    private static String cookie(Exchange exchange, String secret) {
        return Gate.COOKIE
                + "="
                + secret
                + "; Path=/; Max-Age="
                + COOKIE_SECONDS
                + "; HttpOnly; SameSite=Strict"
                + (exchange.request().isSSL() ? "; Secure" : "");
    }

    private Future<Reply> tokens(Exchange exchange) {
        return exchange.await(
                        asking.leader()
                                .read(reading -> java.util.List.copyOf(reading.hall().tokens())))
                .map(
                        tokens -> {
                            JsonArray list = new JsonArray();
                            tokens.forEach(token -> list.add(json(token)));
                            return Reply.ok(new JsonObject().put("tokens", list));
                        });
    }

    private JsonObject json(Token token) {
        JsonObject json =
                new JsonObject()
                        .put("id", token.id().value())
                        .put("role", token.role().code())
                        .put("label", token.label())
                        .put("browser", token.browser())
                        .put("grantedAt", asking.front().time(token.grantedAt()));
        token.window().ifPresent(window -> json.put("window", window.value()));
        token.device().ifPresent(device -> json.put("device", device));
        return json;
    }

    private Future<Reply> revoke(Exchange exchange) {
        TokenId token =
                Ids.of(exchange.path("token"), TokenId::new)
                        .orElseThrow(() -> Refusals.unknownAddress("token"));
        return asking.ask(exchange, new Command.RevokeToken(token))
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }
}
