package yichuang.storm;

import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Receipt;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;
import yichuang.storm.Act.Kind;
import yichuang.storm.Act.Standing;

/**
 * Who sits at a window: calls the next one, serves, finishes. Nobody else acts there, so no refusal
 * of what is in order can be right.
 */
final class Clerk {
    private static final int THINKS_MILLIS = 400;

    private final Storm storm;
    private final WindowId window;
    private final Asker asker;

    Clerk(Storm storm, WindowId window) {
        this.storm = storm;
        this.window = window;
        asker = new Asker(storm, "window-" + window.value());
    }

    void begin() {
        later(this::open);
    }

    private void later(Runnable next) {
        storm.scheduler().after(storm.chance().about(THINKS_MILLIS), next);
    }

    private void open() {
        asker.ask(
                Requests.command(new Command.OpenWindow(window, Optional.empty())),
                (answer, begun) -> later(visitor(answer, "open") ? this::next : this::open));
    }

    private boolean visitor(Answer answer, String act) {
        boolean agreed = Requests.receipt(answer).isPresent();
        if (!agreed && !act.equals("open")) {
            storm.judge().violated("window %s: %s: %s".formatted(window, act, answer));
        }
        return agreed;
    }

    private void next() {
        if (storm.isEnding()) {
            return;
        }
        asker.ask(
                Requests.next(window),
                (answer, begun) ->
                        answer.ifPresentOrElse(
                                called -> acted(called, "next", Kind.CALL, begun, this::serve),
                                () -> later(this::next)));
    }

    private void serve() {
        asker.ask(
                Requests.command(new Command.Serve(window)),
                (answer, begun) -> acted(answer, "serve", Kind.SERVE, begun, this::finish));
    }

    private void finish() {
        asker.ask(
                Requests.command(Requests.finish(window)),
                (answer, begun) -> acted(answer, "finish", Kind.FINISH, begun, this::next));
    }

    private void acted(Answer answer, String name, Kind kind, long begun, Runnable then) {
        if (visitor(answer, name)
                && Requests.receipt(answer).orElseThrow() instanceof Receipt.OfWindow at) {
            TicketId ticket = at.visitor().orElseThrow().id();
            storm.histories()
                    .add(
                            ticket,
                            new Act(
                                    kind,
                                    window.value(),
                                    0,
                                    Standing.NONE,
                                    begun,
                                    storm.scheduler().now()));
            storm.visitors().acted(ticket);
            if (kind == Kind.FINISH) {
                storm.visitors().served(ticket);
            }
            later(then);
        }
    }
}
