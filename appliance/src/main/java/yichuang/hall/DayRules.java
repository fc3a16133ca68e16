package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hall's furnishing and its business days: what opens, what closes, what ends by itself. */
final class DayRules {
    private static final int RETURN_CODE_LENGTH = 8;
    private static final int CARRIED_WORKING_DAYS = 1;
    private static final int LOOK_AHEAD_DAYS = 60;

    private DayRules() {}

    static Answer configure(Command.Configure configure, Draft draft) {
        State state = draft.state();
        draft.change(() -> state.furnish(configure.setup()));
        for (WindowSetup window : configure.setup().windows()) {
            if (!state.windows.containsKey(window.id())) {
                draft.put(Window.closed(window.id(), draft.at()));
            }
        }
        for (Window window : state.windows.values()) {
            boolean gone =
                    configure.setup().windows().stream()
                            .noneMatch(one -> one.id().equals(window.id()));
            if (gone && window.turn().isEmpty() && window.state() != Window.State.CLOSED) {
                shut(window, draft);
            }
        }
        draft.happened(new Event.Configured(draft.at(), configure.setup()));
        return draft.agreed(new Receipt.Noted(configure.setup().hall(), draft.at()));
    }

    static Answer open(Command.OpenDay open, Draft draft) {
        State state = draft.state();
        if (state.day.isPresent()
                || state.lastClosed.filter(last -> !open.day().isAfter(last)).isPresent()) {
            throw new Refused(new Refusal.DayConflict(open.day()));
        }
        start(open.day(), false, draft);
        return draft.agreed(new Receipt.Noted(open.day().toString(), draft.at()));
    }

    /**
     * Starts every series at 0001 and forgets what yesterday needed; a ticket still being served
     * stays.
     */
    static void start(LocalDate day, boolean extra, Draft draft) {
        State state = draft.state();
        draft.change(
                () -> {
                    state.day = Optional.of(new BusinessDay(day, draft.at(), extra));
                    state.closedWithDay = List.of();
                    state.numbers.clear();
                    state.caseNumbers.clear();
                    state.tickets.values().removeIf(ticket -> goesWithDay(ticket, state));
                    state.claims.values().removeIf(claim -> !draft.at().isBefore(claim.deadline()));
                    state.returns.values().removeIf(right -> right.lastDay().isBefore(day));
                    state.cases.values().removeIf(count -> count.keepUntil().isBefore(day));
                    state.codes.values().removeIf(code -> !draft.at().isBefore(code.expires()));
                });
        draft.happened(new Event.DayOpened(draft.at(), day));
    }

    /** On an island the main hall's tickets go too: what becomes of them is not for it to say. */
    private static boolean goesWithDay(Ticket ticket, State state) {
        return ticket.isEnded() || (state.island.isPresent() && !state.isOurs(ticket));
    }

    /**
     * Every open ticket gets a recorded end: still at a window, it is served on; missed, it
     * expires; else it expires with a return code that buys a returning ticket on the next working
     * day. What another part of the hall has is left to it.
     */
    static Answer close(Command.CloseDay close, Draft draft) {
        State state = draft.state();
        if (state.day.isEmpty() || !state.day.get().date().equals(close.day())) {
            throw new Refused(new Refusal.DayConflict(close.day()));
        }
        List<Ticket> before = new ArrayList<>();
        for (Ticket ticket : state.tickets.values()) {
            if (!ticket.isEnded()
                    && ticket.state() != TicketState.SERVING
                    && state.isOurs(ticket)) {
                before.add(ticket);
                endWithDay(ticket, draft);
            }
        }
        for (Window window : state.windows.values()) {
            if (window.state() != Window.State.CLOSED
                    && window.state() != Window.State.SERVING
                    && state.isOurs(window)) {
                shut(window, draft);
            }
        }
        HelpRules.endWithDay(draft);
        RatingRules.endWithDay(draft);
        draft.change(
                () -> {
                    state.day = Optional.empty();
                    state.lastClosed = Optional.of(close.day());
                    state.closedWithDay = List.copyOf(before);
                });
        draft.happened(new Event.DayClosed(draft.at(), close.day()));
        return draft.agreed(new Receipt.Noted(close.day().toString(), draft.at()));
    }

    /** {@return what a ticket's return code is good for: what the day ended on} */
    static ReturnRight returnRight(Ticket ended, String code, Draft draft) {
        List<ItemCode> open =
                ended.legs().stream()
                        .filter(leg -> leg.state() == LegState.EXPIRED)
                        .map(Leg::item)
                        .toList();
        LocalDate lastDay =
                draft.furnishing().setup().workingDays().after(ended.day(), CARRIED_WORKING_DAYS);
        return new ReturnRight(code, ended.id(), open, lastDay);
    }

    static Ticket endWithDay(Ticket ticket, Draft draft) {
        State state = draft.state();
        boolean missed = ticket.state() == TicketState.NO_SHOW;
        Ticket ended = ticket.openLegs(leg -> leg.in(LegState.EXPIRED, draft.at()));
        if (!missed) {
            String code =
                    ticket.id()
                            .value()
                            .substring(
                                    0, Math.min(RETURN_CODE_LENGTH, ticket.id().value().length()));
            ended = ended.returnCode(code);
            ReturnRight right = returnRight(ended, code, draft);
            draft.change(() -> state.returns.put(code, right));
        }
        draft.put(ended);
        draft.happened(new Event.Expired(draft.at(), ended));
        return ended;
    }

    private static void shut(Window window, Draft draft) {
        Window closed =
                window.in(Window.State.CLOSED, draft.at()).staffed(Optional.empty()).forgetting();
        draft.put(closed);
        draft.happened(new Event.WindowChanged(draft.at(), closed));
    }

    static Answer expireNoShows(Draft draft) {
        for (Ticket ticket : draft.state().tickets.values()) {
            if (graceOver(ticket, draft.rules(), draft.at()) && draft.state().isOurs(ticket)) {
                Ticket expired = ticket.openLegs(leg -> leg.in(LegState.EXPIRED, draft.at()));
                draft.put(expired);
                ClosingRules.openClaim(expired, draft);
                draft.happened(new Event.Expired(draft.at(), expired));
            }
        }
        return draft.agreed(new Receipt.Noted("no-shows", draft.at()));
    }

    static boolean graceOver(Ticket ticket, VisitRules rules, Instant at) {
        Leg leg = ticket.currentLeg();
        return leg.state() == LegState.NO_SHOW
                && !at.isBefore(leg.stateAt().orElseThrow().plus(rules.noShowGrace()));
    }

    static boolean noShowsDue(State state, Instant at) {
        VisitRules rules = state.furnishing().rules();
        return state.tickets.values().stream()
                .anyMatch(ticket -> graceOver(ticket, rules, at) && state.isOurs(ticket));
    }

    /**
     * Log time goes back, once, because somebody says so; a day closed by the wrong time is as it
     * was.
     */
    static Answer correctTime(Command.CorrectTime correct, Draft draft) {
        State state = draft.state();
        Instant from = draft.at();
        LocalDate day = correct.to().atZone(draft.furnishing().zone()).toLocalDate();
        boolean reopen = state.day.isEmpty() && state.lastClosed.filter(day::equals).isPresent();
        List<Ticket> again = reopen ? state.closedWithDay : List.of();
        for (Ticket ticket : again) {
            // The windows were shut; whoever was called there waits again.
            Ticket waiting =
                    ticket.openLegs(
                            leg ->
                                    leg.state() == LegState.CALLED
                                            ? leg.waiting(correct.to(), leg.only())
                                            : leg);
            draft.put(waiting);
            draft.change(
                    () ->
                            state.returns
                                    .values()
                                    .removeIf(right -> right.from().equals(ticket.id())));
            draft.happened(new Event.CameBack(correct.to(), waiting));
        }
        draft.change(
                () -> {
                    state.at = correct.to();
                    if (reopen) {
                        state.day = Optional.of(new BusinessDay(day, correct.to(), false));
                        state.lastClosed = Optional.of(day.minusDays(1));
                        state.closedWithDay = List.of();
                    } else if (state.day.filter(open -> open.date().isAfter(day)).isPresent()) {
                        state.day = Optional.empty();
                        state.lastClosed = Optional.of(day.minusDays(1));
                    }
                });
        draft.happened(new Event.TimeCorrected(correct.to(), from));
        return draft.agreed(new Receipt.Noted("time", correct.to()));
    }

    static Optional<Refusal.HallClosed> closedAt(State state, Instant at) {
        ZonedDateTime local = at.atZone(state.furnishing().zone());
        if (state.day.isPresent() && state.day.get().date().equals(local.toLocalDate())) {
            BusinessDay day = state.day.get();
            Optional<LocalTime> until = ticketsUntil(state, day.date());
            boolean openedLate =
                    until.isEmpty()
                            || !day.openedAt()
                                    .atZone(state.furnishing().zone())
                                    .toLocalTime()
                                    .isBefore(until.get());
            if ((day.extra() && openedLate)
                    || (until.isPresent() && local.toLocalTime().isBefore(until.get()))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Refusal.HallClosed(nextOpening(state, local)));
    }

    /** {@return the day command that is due; safe to propose again and again} */
    static Optional<Command> due(State state, Instant at) {
        if (state.setup.isEmpty()) {
            return Optional.empty();
        }
        ZonedDateTime local = at.atZone(state.furnishing().zone());
        LocalTime ends = state.furnishing().setup().hours().dayEnds();
        if (state.day.isPresent()) {
            BusinessDay day = state.day.get();
            boolean openedAfterEnd =
                    !day.openedAt().atZone(state.furnishing().zone()).toLocalTime().isBefore(ends);
            boolean over =
                    day.date().isBefore(local.toLocalDate())
                            || (!openedAfterEnd && !local.toLocalTime().isBefore(ends));
            return over ? Optional.of(new Command.CloseDay(day.date())) : Optional.empty();
        }
        return opensAt(state, local)
                ? Optional.of(new Command.OpenDay(local.toLocalDate()))
                : Optional.empty();
    }

    private static boolean opensAt(State state, ZonedDateTime local) {
        LocalDate date = local.toLocalDate();
        Optional<LocalTime> until = ticketsUntil(state, date);
        return until.isPresent()
                && state.lastClosed.filter(last -> !date.isAfter(last)).isEmpty()
                && !local.toLocalTime().isBefore(ticketsFrom(state, date))
                && local.toLocalTime().isBefore(until.get());
    }

    private static LocalTime ticketsFrom(State state, LocalDate date) {
        Setup setup = state.furnishing().setup();
        return setup.workingDays().isWorkingDay(date)
                ? setup.hours().ticketsFrom()
                : setup.hours().sessionOn(date.getDayOfWeek()).orElseThrow().from();
    }

    /** {@return until when the date gives tickets by itself; empty when it does not} */
    private static Optional<LocalTime> ticketsUntil(State state, LocalDate date) {
        Setup setup = state.furnishing().setup();
        if (setup.workingDays().isWorkingDay(date)) {
            return Optional.of(setup.hours().ticketsUntil());
        }
        // A public holiday has no Saturday session.
        return setup.workingDays().holidays().contains(date)
                ? Optional.empty()
                : setup.hours().sessionOn(date.getDayOfWeek()).map(Hours.Session::until);
    }

    private static Optional<LocalDate> nextOpening(State state, ZonedDateTime local) {
        LocalDate date = local.toLocalDate();
        if (state.day.isEmpty()
                && ticketsUntil(state, date).isPresent()
                && local.toLocalTime().isBefore(ticketsFrom(state, date))) {
            return Optional.of(date);
        }
        for (int i = 1; i <= LOOK_AHEAD_DAYS; i++) {
            if (ticketsUntil(state, date.plusDays(i)).isPresent()) {
                return Optional.of(date.plusDays(i));
            }
        }
        return Optional.empty();
    }
}
