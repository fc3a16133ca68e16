package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where rectifications come from: every negative rating and every complaint has one. A silent press
 * of a key has its own once its reasons were told or its day is over; a follow-up 追评 is the second
 * opinion on the one that is open for its visit. What was said on an island opens here when it has
 * come home, for an island has no officer.
 */
final class RectificationStart {
    private RectificationStart() {}

    /** {@return the one that is open for a rating of this visit} */
    static Optional<Rectification> of(TicketId ticket, State state) {
        return state.rectifications.values().stream()
                .filter(one -> one.about() == Rectification.About.RATING)
                .filter(one -> one.ticket().filter(ticket::equals).isPresent())
                .findFirst();
    }

    /**
     * A visit was rated.
     *
     * @param before the rectification that was open for it
     */
    static void rated(Event.Rated rated, Optional<Rectification> before, Draft draft) {
        boolean again = rated.number() == RatingRules.FOLLOW_UP;
        if (again && before.isPresent()) {
            judged(before.get(), rated.level(), draft);
        } else if (rated.level() <= RatingRules.NEGATIVE_MAX && !rated.claim().isUnexplained()) {
            var unused =
                    open(
                            rated.id(),
                            Rectification.About.RATING,
                            Optional.of(rated.claim().ticket()),
                            rated.contact(),
                            draft);
        }
    }

    /** It is known by now why a key was pressed, or that nobody will say. */
    static Optional<Rectification> settled(Claim claim, Draft draft) {
        return open(
                claim.first().orElseThrow().id(),
                Rectification.About.RATING,
                Optional.of(claim.ticket()),
                Optional.empty(),
                draft);
    }

    /**
     * An outside office was; nobody can be called, and what is answered is read by nobody there.
     */
    static void rated(Event.UnitRated rated, Draft draft) {
        if (rated.level() <= RatingRules.NEGATIVE_MAX) {
            var unused =
                    open(
                            rated.id(),
                            Rectification.About.RATING,
                            Optional.empty(),
                            Optional.empty(),
                            draft);
        }
    }

    static void complained(Event.Complained complained, Draft draft) {
        var unused =
                open(
                        complained.id(),
                        Rectification.About.COMPLAINT,
                        complained.ticket(),
                        complained.contact(),
                        draft);
    }

    /** It was said on an island, and the hall has taken it as it is here. */
    static void joined(Event event, Draft draft) {
        switch (event) {
            case Event.Rated it -> rated(it, of(it.claim().ticket(), draft.state()), draft);
            case Event.RatingExplained it -> {
                var unused = settled(it.claim(), draft);
            }
            case Event.RatingUnexplained it -> {
                var unused = settled(it.claim(), draft);
            }
            case Event.UnitRated it -> rated(it, draft);
            case Event.Complained it -> complained(it, draft);
            default -> {}
        }
    }

    /** {@return the new one; empty on an island} */
    static Optional<Rectification> open(
            String id,
            Rectification.About about,
            Optional<TicketId> ticket,
            Optional<Contact> contact,
            Draft draft) {
        if (draft.state().island.isPresent()) {
            return Optional.empty();
        }
        RectificationSetup in = draft.furnishing().setup().ratings().rectification();
        Instant at = draft.at();
        Rectification opened =
                new Rectification(
                        id,
                        about,
                        ticket,
                        contact,
                        at,
                        Rectification.Step.VERIFY,
                        new Rectification.Deadlines(
                                endOf(at, in.verify(), draft),
                                endOf(at, in.contact(), draft),
                                endOf(at, in.fix(), draft),
                                endOf(at, in.reply(), draft),
                                endOf(at, in.followUp(), draft)),
                        List.of(),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        draft.change(() -> draft.state().rectifications.put(id, opened));
        draft.happened(new Event.RectificationOpened(at, opened));
        return Optional.of(opened);
    }

    /** {@return the end of the working day, so many after the day of {@code from}} */
    static Instant endOf(Instant from, int workingDays, Draft draft) {
        Furnishing furnishing = draft.furnishing();
        LocalDate day =
                furnishing
                        .setup()
                        .workingDays()
                        .after(from.atZone(furnishing.zone()).toLocalDate(), workingDays);
        return day.atTime(furnishing.setup().hours().dayEnds())
                .atZone(furnishing.zone())
                .toInstant();
    }

    /** The person's own word stands before what an officer was told; it ends the following up. */
    private static void judged(Rectification before, int level, Draft draft) {
        if (draft.state().island.isPresent()) {
            return;
        }
        Rectification judged =
                before.judged(new Rectification.SecondOpinion(level, draft.at(), true));
        Rectification after =
                judged.step() == Rectification.Step.FOLLOW_UP
                        ? judged.at(Rectification.Step.CLOSE)
                        : judged;
        draft.change(() -> draft.state().rectifications.put(after.id(), after));
        draft.happened(new Event.SecondOpinionGiven(draft.at(), after));
    }
}
