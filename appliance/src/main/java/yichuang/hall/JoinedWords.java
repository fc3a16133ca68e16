package yichuang.hall;

import java.time.LocalDate;
import java.util.Optional;

/** What people said on an island, and who may ask there, as it comes home. */
final class JoinedWords {
    private JoinedWords() {}

    /** {@return what the hall takes of it} */
    static Optional<Event> take(Event event, Joining joining) {
        State scratch = joining.scratch();
        return switch (event) {
            case Event.Rated it -> rated(it, joining);
            case Event.DutyAnswered it -> answered(it, joining);
            case Event.UnitRated it ->
                    UnitRules.takes(it, scratch) ? Optional.of(it) : Optional.empty();
            case Event.RatingExplained it ->
                    settled(it.claim(), scratch)
                            .map(
                                    claim ->
                                            new Event.RatingExplained(
                                                    it.at(), claim, it.reasons(), it.comment()));
            case Event.RatingUnexplained it ->
                    settled(it.claim(), scratch)
                            .map(claim -> new Event.RatingUnexplained(it.at(), claim));
            case Event.HelpAsked it -> asked(it, scratch);
            case Event.HelpAnswered it -> helped(it, scratch);
            case Event.HelpLapsed _, Event.Configured _, Event.CodeIssued _ -> Optional.empty();
            case Event.DayOpened it ->
                    isKnown(it.day(), scratch) ? Optional.empty() : Optional.of(it);
            case Event.DayClosed it ->
                    isKnown(it.day(), scratch) ? Optional.empty() : Optional.of(it);
            case Event.TimeCorrected _ -> Optional.empty();
            case Event.TokenGranted it -> {
                scratch.tokens.putIfAbsent(it.token().id(), it.token());
                yield Optional.of(it);
            }
            case Event.TokenRevoked it -> {
                scratch.tokens.remove(it.token().id());
                yield Optional.of(it);
            }
            default -> Optional.of(event);
        };
    }

    /** The hall has opened that day itself; only of one that it slept through the island tells. */
    private static boolean isKnown(LocalDate day, State scratch) {
        return scratch.day.filter(open -> !open.date().isBefore(day)).isPresent()
                || scratch.lastClosed.filter(last -> !last.isBefore(day)).isPresent();
    }

    private static Optional<Event> rated(Event.Rated rated, Joining joining) {
        Claim claim = joining.scratch().claims.get(rated.claim().ticket());
        boolean again = rated.number() == RatingRules.FOLLOW_UP;
        if (claim == null
                || (again
                        ? claim.first().isEmpty() || claim.second().isPresent()
                        : claim.first().isPresent())) {
            if (claim != null && joining.isAnsweredHere(claim.ticket())) {
                return Optional.empty();
            }
            joining.conflict(
                    claim == null ? Conflict.Kind.RATED_WITHOUT_VISIT : Conflict.Kind.RATED_TWICE,
                    rated.claim().ticket(),
                    rated.claim().number(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(rated.level()));
            return Optional.empty();
        }
        Claim after =
                again
                        ? claim.settled().ratedAgain(rated.claim().second().orElseThrow())
                        : claim.rated(rated.claim().first().orElseThrow());
        joining.scratch().claims.put(after.ticket(), after);
        return Optional.of(
                new Event.Rated(
                        rated.at(),
                        rated.id(),
                        after,
                        rated.level(),
                        rated.channel(),
                        rated.reasons(),
                        rated.comment(),
                        rated.number(),
                        rated.contact()));
    }

    /**
     * Of the rating that the hall has; what was said of one that it did not take goes with that.
     */
    private static Optional<Claim> settled(Claim of, State scratch) {
        Optional<Claim> settled =
                Optional.ofNullable(scratch.claims.get(of.ticket()))
                        .filter(Claim::isUnexplained)
                        .filter(
                                claim ->
                                        claim.first()
                                                .map(Claim.Given::id)
                                                .equals(of.first().map(Claim.Given::id)))
                        .map(Claim::settled);
        settled.ifPresent(claim -> scratch.claims.put(claim.ticket(), claim));
        return settled;
    }

    private static Optional<Event> answered(Event.DutyAnswered answered, Joining joining) {
        Duty duty = answered.duty();
        if (joining.scratch().duties.remove(new Window.Turn(duty.ticket(), duty.leg())) == null) {
            if (joining.isAnsweredHere(duty.ticket())) {
                return Optional.empty();
            }
            joining.conflict(
                    Conflict.Kind.ANSWERED_TWICE,
                    duty.ticket(),
                    duty.number(),
                    Optional.of(duty.window()),
                    Optional.empty(),
                    Optional.empty());
            return Optional.empty();
        }
        return Optional.of(answered);
    }

    /** Asked on both sides from one place, it is one call. */
    private static Optional<Event> asked(Event.HelpAsked asked, State scratch) {
        HelpCall call = asked.call();
        long open = scratch.help.values().stream().filter(HelpCall::isOpen).count();
        if (scratch.help.containsKey(call.id())
                || same(call, scratch).isPresent()
                || open >= HelpRules.OPEN_MAX) {
            return Optional.empty();
        }
        scratch.help.put(call.id(), call);
        return Optional.of(asked);
    }

    private static Optional<HelpCall> same(HelpCall call, State scratch) {
        return scratch.help.values().stream()
                .filter(
                        one ->
                                one.isOpen()
                                        && one.kind() == call.kind()
                                        && one.where().equals(call.where()))
                .findFirst();
    }

    private static Optional<Event> helped(Event.HelpAnswered answered, State scratch) {
        return same(answered.call(), scratch)
                .map(
                        call -> {
                            HelpCall over = call.answered(answered.by(), answered.at());
                            HelpRules.remember(over, scratch.help);
                            return new Event.HelpAnswered(answered.at(), over, answered.by());
                        });
    }
}
