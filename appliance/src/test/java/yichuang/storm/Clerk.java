package yichuang.storm;

import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Receipt;
import yichuang.hall.Refusal;
import yichuang.hall.TicketId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.storm.Act.Kind;
import yichuang.storm.Act.Standing;

/**
 * Who sits at a window: calls the next one, serves, finishes; now and then nobody comes, or the
 * person is asked to wait. Nobody else acts there, so no refusal of what is in order can be right,
 * unless a manager took somebody away from the window, or its node lost the last second before a
 * power cut: then the clerk looks at the screen and goes on with what it shows.
 */
final class Clerk {
    private static final int THINKS_MILLIS = 400;
    private static final int COMES_MILLIS = 1_500;

    private final Storm storm;
    private final WindowId window;
    private final Asker asker;

    Clerk(Storm storm, WindowId window, Node home) {
        this.storm = storm;
        this.window = window;
        asker = new Asker(storm, "window-" + window.value(), home);
    }

    void begin() {
        later(this::open);
    }

    private void later(Runnable next) {
        storm.scheduler().after(storm.chance().about(storm.plan().pace(THINKS_MILLIS)), next);
    }

    private void open() {
        asker.ask(
                Requests.command(new Command.OpenWindow(window, Optional.empty())),
                (answer, begun) ->
                        later(Requests.receipt(answer).isPresent() ? this::next : this::open));
    }

    private void next() {
        if (storm.isEnding()) {
            return;
        }
        asker.ask(
                Requests.next(window),
                (answer, begun) ->
                        answer.ifPresentOrElse(
                                called -> acted(called, "next", Kind.CALL, begun, this::called),
                                () -> later(this::next)));
    }

    private void called() {
        if (storm.chance().in(0.08)) {
            storm.scheduler().after(storm.chance().about(COMES_MILLIS), this::noShow);
        } else {
            act("serve", new Command.Serve(window), Kind.SERVE, this::serving);
        }
    }

    private void noShow() {
        act("no-show", new Command.NoShow(window), Kind.NO_SHOW, this::next);
    }

    private void serving() {
        if (storm.chance().in(0.08)) {
            act("hold", new Command.Hold(window), Kind.HOLD, this::next);
        } else {
            act("finish", Requests.finish(window), Kind.FINISH, this::next);
        }
    }

    private void act(String name, Command command, Kind kind, Runnable then) {
        asker.ask(
                Requests.command(command),
                (answer, begun) -> acted(answer, name, kind, begun, then));
    }

    private void acted(Answer answer, String name, Kind kind, long begun, Runnable then) {
        if (answer instanceof Answer.Refused(Refusal why)) {
            refused(name, why);
        } else if (Requests.receipt(answer).orElseThrow() instanceof Receipt.OfWindow at) {
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
            } else if (kind == Kind.HOLD || kind == Kind.NO_SHOW) {
                storm.visitors().away(ticket);
            }
            later(then);
        }
    }

    private void refused(String name, Refusal why) {
        if (why instanceof Refusal.NoShowTooEarly) {
            later(this::called);
        } else if (storm.parts().isDisturbed(window.value())) {
            look();
        } else {
            storm.judge().violated("window %s: %s: %s".formatted(window, name, why));
        }
    }

    private void look() {
        asker.ask(Requests.window(window), (shown, begun) -> later(() -> goOn(shown)));
    }

    private void goOn(Window shown) {
        switch (shown.state()) {
            case CALLED -> called();
            case SERVING -> serving();
            case IDLE -> next();
            case CLOSED, PAUSED -> open();
        }
    }
}
