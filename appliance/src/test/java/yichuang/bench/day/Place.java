package yichuang.bench.day;

import java.util.Optional;

/**
 * Where a ticket stands, in the checker's own model.
 *
 * @param state as the contract names it
 * @param window where it is called or served, or was held
 * @param served whether a window closed a leg of it; who leaves after that has had a visit, which
 *     is closed and not cancelled
 * @param before what an undo at that window brings back
 */
record Place(String state, Optional<String> window, boolean served, Optional<Place> before) {
    static final Place NOWHERE = new Place("", Optional.empty(), false, Optional.empty());

    private Place plain(String next) {
        return new Place(next, Optional.empty(), served, Optional.empty());
    }

    /** {@return where the ticket stands after the act; empty when the act was not legal here} */
    Optional<Place> after(Act act) {
        String at = act.window().orElse("");
        boolean here = window.filter(at::equals).isPresent();
        boolean called = here && state.equals("called");
        boolean serving = here && state.equals("serving");
        boolean waits = state.equals("waiting");
        boolean away = state.equals("held") || state.equals("no-show");
        return switch (act.verb()) {
            case TAKE -> when(state.isEmpty(), plain("waiting"));
            case NEXT -> when(waits, by(at, "called"));
            case RECALL -> when(called, by(at, "called"));
            case SERVE -> when(called, by(at, "serving"));
            case HOLD -> when(called || serving, by(at, "held"));
            case TRANSFER -> when(called || serving, by(at, "waiting"));
            case NO_SHOW -> when(called, by(at, "no-show"));
            case FINISH -> when(serving, closed(at, act));
            case UNDO -> here ? before : Optional.empty();
            case CANCEL ->
                    state.equals("cancelled") // said again, by somebody who did not know
                            ? Optional.of(this)
                            : when(waits || away, plain(served ? "closed" : "cancelled"));
            case CHANGE -> when(waits || away, plain("waiting"));
            case BACK -> when(waits || away, plain("waiting"));
            case REPRINT, ANSWER, OPEN, PAUSE, CLOSE, RATE, PRESS, COMPLAIN, HELP ->
                    Optional.of(this);
        };
    }

    /** The window did it last, and could take it back. */
    private Place by(String at, String next) {
        Place now = new Place(state, window, served, Optional.empty());
        return new Place(next, Optional.of(at), served, Optional.of(now));
    }

    /** The next leg waits, or the visit is over. */
    private Place closed(String at, Act act) {
        Place after = by(at, act.ticketState().orElse("closed"));
        return new Place(after.state, after.window, true, after.before);
    }

    private static Optional<Place> when(boolean legal, Place next) {
        return legal ? Optional.of(next) : Optional.empty();
    }
}
