package yichuang.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One item of a ticket at one window 办理环节.
 *
 * @param since since when its wait counts; a transfer or change of item keeps it, letting others go
 *     first moves it on
 * @param only the one window it waits for: transferred to it, or held there and back
 * @param window where it is, or was last
 * @param calls the first call and every recall of the present turn at the window
 * @param note what the window that sent it on wrote for the next one
 */
public record Leg(
        ItemCode item,
        LegState state,
        Instant since,
        Optional<WindowId> only,
        Optional<WindowId> window,
        Optional<StaffId> staff,
        List<Instant> calls,
        Optional<Instant> servingAt,
        Optional<Instant> stateAt,
        Optional<Why> why,
        Optional<Closing> closing,
        Optional<String> note) {
    public Leg {
        calls = List.copyOf(calls);
    }

    static Leg pending(ItemCode item, Instant since) {
        return new Leg(
                item,
                LegState.PENDING,
                since,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * {@return whether the leg waits for another window than this one, for the time such a reserve
     * lasts}
     */
    public boolean reservedAgainst(WindowId window, Instant at, VisitRules rules) {
        return only.filter(one -> !one.equals(window)).isPresent()
                && at.isBefore(stateAt.orElse(since).plus(rules.holdReserve()));
    }

    /**
     * {@return when its reserve for one window ends; after that every window with the skill may
     * take it}
     */
    public Optional<Instant> reservedUntil(VisitRules rules) {
        return only.map(window -> stateAt.orElse(since).plus(rules.holdReserve()));
    }

    Leg reserved(WindowId one) {
        return new Leg(
                item,
                state,
                since,
                Optional.of(one),
                window,
                staff,
                calls,
                servingAt,
                stateAt,
                why,
                closing,
                note);
    }

    Leg in(LegState next, Instant at) {
        return new Leg(
                item,
                next,
                since,
                only,
                window,
                staff,
                calls,
                servingAt,
                Optional.of(at),
                why,
                closing,
                note);
    }

    /** With a word for the window that takes it next. */
    Leg noted(Optional<String> word) {
        return new Leg(
                item, state, since, only, window, staff, calls, servingAt, stateAt, why, closing,
                word);
    }

    /** Back in the line: nothing of the last turn at a window is left but where it was. */
    Leg waiting(Instant at, Optional<WindowId> only) {
        return new Leg(
                item,
                LegState.WAITING,
                since,
                only,
                window,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Leg called(Instant at, WindowId here, Optional<StaffId> by, Why why) {
        return new Leg(
                item,
                LegState.CALLED,
                since,
                only,
                Optional.of(here),
                by,
                List.of(at),
                Optional.empty(),
                Optional.of(at),
                Optional.of(why),
                Optional.empty(),
                note);
    }

    Leg recalled(Instant at) {
        List<Instant> more = new ArrayList<>(calls);
        more.add(at);
        return new Leg(
                item, state, since, only, window, staff, more, servingAt, stateAt, why, closing,
                note);
    }

    Leg serving(Instant at) {
        return new Leg(
                item,
                LegState.SERVING,
                since,
                only,
                window,
                staff,
                calls,
                Optional.of(at),
                Optional.of(at),
                why,
                closing,
                note);
    }

    Leg closed(Closing closing) {
        return new Leg(
                item,
                LegState.CLOSED,
                since,
                only,
                window,
                staff,
                calls,
                servingAt,
                Optional.of(closing.at()),
                why,
                Optional.of(closing),
                note);
    }

    /** Nothing of it is later than that: it came from a node with a clock of its own. */
    Leg notAfter(Instant latest) {
        return new Leg(
                item,
                state,
                since.isAfter(latest) ? latest : since,
                only,
                window,
                staff,
                calls,
                servingAt,
                stateAt.map(one -> one.isAfter(latest) ? latest : one),
                why,
                closing,
                note);
    }

    /** Its wait counts from then, unless it counts from later still. */
    Leg countingFrom(Instant later) {
        return new Leg(
                item,
                state,
                later.isAfter(since) ? later : since,
                only,
                window,
                staff,
                calls,
                servingAt,
                stateAt,
                why,
                closing,
                note);
    }

    /**
     * {@return of a waiting leg, since when the hall lets it wait: it joined the line then, or let
     * others go first up to then}
     */
    public Instant hallsWaitFrom() {
        return stateAt.filter(joined -> joined.isAfter(since)).orElse(since);
    }

    Leg asking(ItemCode other) {
        return new Leg(
                other, state, since, only, window, staff, calls, servingAt, stateAt, why, closing,
                note);
    }
}
