package yichuang.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.LegState;
import yichuang.hall.Outlook;
import yichuang.hall.Theme;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;

/**
 * A policy script, {@code score(ticket, window, hall)}, that compiles and has answered for a
 * made-up ticket. It holds no state: every choice runs in a world of its own, see {@link Sandbox}.
 */
public final class Script {
    private static final Sandbox SANDBOX = new Sandbox();
    private static final long WARM_NANOS = 400_000_000;
    private static final int TRIAL_TICKETS = 200;
    private static final Pattern SCORE = Pattern.compile("\\bscore\\b\\s*[(=]");
    private static final String TRIAL_HINT =
            "score(ticket, window, hall) 对任何号票都要得出一个数字。"
                    + "score(ticket, window, hall) must be a number for every ticket.";

    private final String name;
    private final int scoreLine;
    private final org.mozilla.javascript.Script compiled;

    private Script(String name, int scoreLine, org.mozilla.javascript.Script compiled) {
        this.name = name;
        this.scoreLine = scoreLine;
        this.compiled = compiled;
    }

    /** What a window asks: which of these, and what the script may know besides. */
    record Question(List<TicketFacts> tickets, WindowFacts window, HallFacts hall) {}

    /** The first with the highest score. */
    record Best(int index, double score) {}

    /** The script did not answer. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Failed(int line, String message) {
            super(message, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /**
     * {@return the script, ready to choose} Takes about half a second, because it is run until the
     * machine is warm: so not on the log's thread.
     *
     * @param name what the manager reads, for instance the file's
     * @throws ScriptError with the line that is wrong
     */
    public static Script compile(String name, String source) throws ScriptError {
        Script script = cold(name, source);
        long start = System.nanoTime();
        while (System.nanoTime() - start < WARM_NANOS) {
            script.tryOut();
        }
        return script;
    }

    /** {@return the script, not warmed up: its first choice may be too slow} */
    static Script cold(String name, String source) throws ScriptError {
        String text = ScriptText.checked(name, source);
        Script script =
                new Script(
                        name,
                        scoreLine(source),
                        SANDBOX.run(
                                Patience.DESK, meter -> meter.compileString(text, name, 1, null)));
        script.tryOut();
        return script;
    }

    public String name() {
        return name;
    }

    /** {@return where score begins: for a wrong answer, no nearer line is to blame} */
    private static int scoreLine(String source) {
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (SCORE.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    private void tryOut() throws ScriptError {
        try {
            best(trial(), Patience.DESK);
        } catch (Failed failed) {
            throw new ScriptError(failed.line(), failed.getMessage(), TRIAL_HINT);
        }
    }

    /** Runs on the calling thread, within the limits of {@link Meter}. */
    Best best(Question question, Patience patience) throws Failed {
        try {
            return SANDBOX.run(patience, meter -> scored(meter, question));
        } catch (Meter.Stopped stopped) {
            throw new Failed(stopped.line(), stopped.getMessage());
        } catch (Unusable unusable) {
            throw new Failed(unusable.line, unusable.getMessage());
        } catch (RhinoException error) {
            throw new Failed(Math.max(0, error.lineNumber()), said(error));
        } catch (StackOverflowError error) {
            throw new Failed(0, "脚本自己调用自己太深。The script calls itself too deeply.");
        } catch (OutOfMemoryError error) {
            throw new Failed(0, "内存不够，脚本被停止。Stopped: out of memory.");
        } catch (RuntimeException error) {
            // The interpreter's own mistakes are the script's too: nobody waits for them.
            throw new Failed(0, "脚本无法执行：" + error + "。The script cannot be run: " + error);
        }
    }

    private Best scored(Meter meter, Question question) {
        ScriptableObject scope = Sandbox.scope(meter);
        compiled.exec(meter, scope, scope);
        if (!(scope.get("score", scope) instanceof Function score)) {
            throw new Unusable(0, "脚本里没有函数 score。There is no function score.");
        }
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < question.tickets().size(); i++) {
            TicketFacts ticket = question.tickets().get(i);
            question.window().isAbout(ticket.item());
            Object[] arguments = {ticket, question.window(), question.hall()};
            double points = points(score.call(meter, scope, scope, arguments));
            if (best < 0
                    || points > most
                    || (points == most && ticket.cameBefore(question.tickets().get(best)))) {
                best = i;
                most = points;
            }
        }
        return new Best(best, most);
    }

    private double points(Object answer) {
        if (answer instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        String shown =
                answer instanceof Scriptable
                        ? "object"
                        : answer instanceof CharSequence text
                                ? "\"" + text + "\""
                                : org.mozilla.javascript.Context.toString(answer);
        throw new Unusable(
                scoreLine,
                "score 应得出数字，得到的是 " + shown + "。score must be a number, but is " + shown + ".");
    }

    private static String said(RhinoException error) {
        String details = error.details();
        return details.startsWith("TypeError: ")
                ? details.substring("TypeError: ".length())
                : details;
    }

    private static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        Unusable(int line, String message) {
            super(message, null, false, false);
            this.line = line;
        }
    }

    /** A made-up hall on a Monday morning. */
    private static Question trial() {
        ItemCode item = new ItemCode("trial");
        Instant now = Instant.EPOCH;
        LocalDateTime monday = LocalDate.of(2026, 3, 2).atTime(9, 30);
        Ticket ticket =
                new Ticket(
                        new TicketId("trial"),
                        "A",
                        1,
                        monday.toLocalDate(),
                        now,
                        new TokenId("trial"),
                        Ticket.Standing.ORDINARY,
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Theme.Order.IN_ORDER,
                        List.of(
                                new Leg(
                                        item,
                                        LegState.WAITING,
                                        now,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        "zh",
                        Optional.empty(),
                        new Outlook(0, Optional.empty()),
                        Optional.empty(),
                        Optional.empty(),
                        0);
        Arrival arrival = new Arrival(now, "A", 1, ticket.id(), 0);
        List<TicketFacts> tickets = new ArrayList<>();
        for (int i = 0; i < TRIAL_TICKETS; i++) {
            tickets.add(
                    new TicketFacts(
                            new TicketFacts.Candidate(
                                    ticket, arrival, Optional.empty(), i * 1_000L, i * 17L)));
        }
        WindowSetup window =
                new WindowSetup(
                        new WindowId("1"), "1号窗口", new ZoneCode("trial"), List.of(item), List.of());
        return new Question(
                tickets,
                new WindowFacts(window, "", item),
                new HallFacts(monday, tickets.size(), 1, Map.of("trial", tickets.size())));
    }
}
