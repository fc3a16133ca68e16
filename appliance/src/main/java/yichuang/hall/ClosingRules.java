package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Closing a leg with an outcome 办结结果, and what each outcome leaves behind. There is no veto
 * (opinion §8).
 */
final class ClosingRules {
    private static final int DEFERRED_KEPT_DAYS = 30;
    private static final int CASE_KEPT_DAYS = 30;
    private static final Pattern ISLANDS_CASE = Pattern.compile("([A-Z])([0-9]{4,})");

    private ClosingRules() {}

    static Answer finish(Command.Finish finish, Draft draft) {
        TurnRules.Here here =
                TurnRules.here(finish.window(), "finish", Window.State.SERVING, draft);
        finish.item().ifPresent(draft::item);
        ItemCode item = finish.item().orElse(here.leg().item());
        complete(finish.outcome());
        Optional<Leg> further = redirected(finish.outcome(), here.leg(), draft);
        String caseNumber =
                finish.caseNumber().orElseGet(() -> nextCaseNumber(item, here.ticket(), draft));
        int service = countService(caseNumber, finish, draft);
        Closing closing =
                new Closing(draft.at(), finish.outcome(), item, caseNumber, service, finish.note());
        Ticket next = closed(here, closing, further, draft);
        Optional<Claim> claim = openClaim(next, draft);
        Window idle = here.window().in(Window.State.IDLE, draft.at());
        if (claim.isPresent()) {
            idle = idle.visited(new Window.LastVisit(next.id(), draft.at()));
        }
        leave(closing, here.ticket(), here.index(), here.window().id(), draft);
        Window after =
                TurnRules.remember("finish", here.window(), idle, here.ticket(), next, draft);
        draft.happened(new Event.LegClosed(draft.at(), next, after, here.index(), closing, claim));
        return draft.agreed(TurnRules.receipt(after, next, here.index()));
    }

    private static Ticket closed(
            TurnRules.Here here, Closing closing, Optional<Leg> further, Draft draft) {
        List<Leg> legs = new ArrayList<>(here.ticket().legs());
        legs.set(here.index(), here.leg().closed(closing));
        // Behind every closed leg: what points at one (a duty, the records) keeps pointing at it.
        further.ifPresent(leg -> legs.add(afterTheClosed(legs), leg));
        Ticket ticket = here.ticket().withLegs(legs);
        return closing.outcome() instanceof Outcome.Abandoned
                ? ticket.openLegs(leg -> leg.in(LegState.CANCELLED, draft.at()))
                : ticket.nextLegsWaiting(draft.at());
    }

    static int afterTheClosed(List<Leg> legs) {
        int last = legs.size();
        while (last > 0 && legs.get(last - 1).state() != LegState.CLOSED) {
            last--;
        }
        return last;
    }

    /** Each outcome is refused without what must be recorded with it. */
    private static void complete(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> {}
            case Outcome.Accepted accepted -> {}
            case Outcome.AcceptedDeferred deferred ->
                    need("missing", !deferred.missing().isEmpty());
            case Outcome.Committed committed ->
                    need("commitment", !committed.commitment().isBlank());
            case Outcome.Forwarded forwarded -> {
                need("to", !forwarded.to().isBlank());
                need("delivery", !forwarded.delivery().isBlank());
            }
            case Outcome.Guided guided -> need("missing", !guided.missing().isEmpty());
            case Outcome.Redirected redirected -> need("to", !redirected.to().isBlank());
            case Outcome.Consult consult -> need("who", !consult.who().isBlank());
            case Outcome.Abandoned abandoned -> {}
        }
    }

    private static void need(String field, boolean there) {
        if (!there) {
            throw new Refused(new Refusal.MissingField(field));
        }
    }

    /**
     * 指好路 inside the hall is a further leg: at a window, or for an item, with the arrival time
     * kept.
     */
    private static Optional<Leg> redirected(Outcome outcome, Leg leg, Draft draft) {
        if (!(outcome instanceof Outcome.Redirected redirected)) {
            return Optional.empty();
        }
        String to = redirected.to();
        Optional<WindowSetup> window =
                draft.furnishing().setup().windows().stream()
                        .filter(one -> one.id().value().equals(to) || one.name().equals(to))
                        .findFirst();
        if (window.isPresent()) {
            TurnRules.canTake(window.get().id(), leg.item(), draft);
            return Optional.of(Leg.pending(leg.item(), leg.since()).reserved(window.get().id()));
        }
        return draft.furnishing().setup().items().stream()
                .filter(item -> item.code().value().equals(to))
                .findFirst()
                .map(item -> Leg.pending(item.code(), leg.since()));
    }

    private static String nextCaseNumber(ItemCode item, Ticket ticket, Draft draft) {
        String letter = draft.state().island.map(Island::letter).orElse("");
        String sequence = draft.item(item).taskCode() + letter;
        int next = draft.state().caseNumbers.getOrDefault(sequence, 0) + 1;
        draft.change(() -> draft.state().caseNumbers.put(sequence, next));
        return beginning(draft.item(item), ticket) + letter + String.format("%04d", next);
    }

    private static String beginning(Item item, Ticket ticket) {
        return item.taskCode() + ticket.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /**
     * Numbers that an island made carry its letter; the next island with that letter goes on after
     * them.
     */
    static void rememberSequence(Closing closing, Ticket ticket, State state) {
        state.furnishing()
                .findItem(closing.item())
                .map(item -> beginning(item, ticket))
                .filter(closing.caseNumber()::startsWith)
                .map(
                        beginning ->
                                ISLANDS_CASE.matcher(
                                        closing.caseNumber().substring(beginning.length())))
                .filter(Matcher::matches)
                .ifPresent(
                        made ->
                                state.caseNumbers.merge(
                                        state.furnishing()
                                                        .findItem(closing.item())
                                                        .orElseThrow()
                                                        .taskCode()
                                                + made.group(1),
                                        Integer.parseInt(made.group(2)),
                                        Math::max));
    }

    private static int countService(String caseNumber, Command.Finish finish, Draft draft) {
        CaseCount known = draft.state().cases.get(caseNumber);
        int services = Math.max(known == null ? 0 : known.services(), finish.priorServices()) + 1;
        count(caseNumber, services, finish.outcome(), draft);
        return services;
    }

    static void count(String caseNumber, int services, Outcome outcome, Draft draft) {
        LocalDate keepUntil = today(draft).plusDays(CASE_KEPT_DAYS);
        if (outcome instanceof Outcome.AcceptedDeferred deferred) {
            keepUntil = deferred.dueDate().plusDays(CASE_KEPT_DAYS);
        }
        CaseCount counted = new CaseCount(caseNumber, services, keepUntil);
        draft.change(() -> draft.state().cases.put(caseNumber, counted));
    }

    private static LocalDate today(Draft draft) {
        return draft.at().atZone(draft.furnishing().zone()).toLocalDate();
    }

    /** What an outcome leaves behind: the right to come back, a question that is open. */
    static void leave(Closing closing, Ticket ticket, int leg, WindowId window, Draft draft) {
        if (closing.outcome() instanceof Outcome.AcceptedDeferred deferred) {
            ReturnRight right =
                    new ReturnRight(
                            closing.caseNumber(),
                            ticket.id(),
                            List.of(closing.item()),
                            deferred.dueDate().plusDays(DEFERRED_KEPT_DAYS));
            draft.change(() -> draft.state().returns.put(closing.caseNumber(), right));
        } else if (closing.outcome() instanceof Outcome.Consult consult) {
            Duty duty =
                    new Duty(
                            ticket.id(),
                            leg,
                            ticket.number(),
                            window,
                            consult.who(),
                            consult.answerBy());
            draft.change(() -> draft.state().duties.put(new Window.Turn(ticket.id(), leg), duty));
        }
    }

    /** A served visit that is over may be rated, once, until the deadline (GB/T 39734: 一次一评). */
    static Optional<Claim> openClaim(Ticket ticket, Draft draft) {
        if (!ticket.isEnded() || !ticket.wasServed()) {
            return Optional.empty();
        }
        WindowId window =
                ticket.legs().stream()
                        .filter(one -> one.state() == LegState.CLOSED)
                        .reduce((first, last) -> last)
                        .flatMap(Leg::window)
                        .orElseThrow();
        LocalDate lastDay =
                draft.furnishing()
                        .setup()
                        .workingDays()
                        .after(ticket.day(), draft.rules().ratingWorkingDays());
        Instant deadline = lastDay.plusDays(1).atStartOfDay(draft.furnishing().zone()).toInstant();
        Claim claim =
                new Claim(
                        ticket.id(),
                        ticket.number(),
                        ticket.day(),
                        window,
                        draft.at(),
                        deadline,
                        Optional.empty(),
                        Optional.empty());
        draft.change(() -> draft.state().claims.put(ticket.id(), claim));
        return Optional.of(claim);
    }

    static Answer answerDuty(Command.AnswerDuty answer, Draft draft) {
        Window.Turn turn = new Window.Turn(answer.ticket(), answer.leg());
        Duty duty = draft.state().duties.get(turn);
        if (duty == null) {
            throw new Refused(new Refusal.Unknown("duty", answer.ticket() + "/" + answer.leg()));
        }
        draft.change(() -> draft.state().duties.remove(turn));
        draft.happened(new Event.DutyAnswered(draft.at(), duty, answer.answer()));
        return draft.agreed(new Receipt.Noted(answer.ticket().value(), draft.at()));
    }
}
