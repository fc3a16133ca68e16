package yichuang.hall;

import java.util.List;
import java.util.Optional;

/** What people say: the rating of a visit, its reasons, a complaint. */
final class RatingRules {
    static final int LEVEL_MIN = 1;
    static final int LEVEL_MAX = 5;

    /** This level and those below are negative 差评. */
    static final int NEGATIVE_MAX = 2;

    static final int FIRST = 1;
    static final int FOLLOW_UP = 2;

    private RatingRules() {}

    static Answer rate(Command.Rate rate, Draft draft) {
        known(rate.level());
        Claim claim = claim(rate.ticket(), draft);
        boolean again = rate.number() == FOLLOW_UP;
        if (again && claim.first().isEmpty()) {
            throw new Refused(new Refusal.NotRatedYet(claim.number()));
        }
        if (again ? claim.second().isPresent() : claim.first().isPresent()) {
            throw new Refused(new Refusal.AlreadyRated(claim.number()));
        }
        inTime(claim, draft);
        boolean negative = rate.level() <= NEGATIVE_MAX;
        boolean silent = rate.reasons().isEmpty() && isBlank(rate.comment());
        RatingSetup setup = draft.furnishing().setup().ratings();
        said(rate.level(), rate.reasons(), rate.comment(), setup);
        if (negative && silent && rate.channel() != Channel.KEYPAD) {
            throw new Refused(new Refusal.ReasonNeeded(rate.level()));
        }
        Optional<Rectification> before =
                again ? RectificationStart.of(rate.ticket(), draft.state()) : Optional.empty();
        if (claim.isUnexplained()) {
            // Who follows up has had the first word and left it as it is.
            draft.happened(new Event.RatingUnexplained(draft.at(), claim.settled()));
            before = RectificationStart.settled(claim, draft);
        }
        Claim.Given given = new Claim.Given(rate.id(), rate.level(), negative && silent);
        Claim rated = again ? claim.settled().ratedAgain(given) : claim.rated(given);
        draft.change(() -> draft.state().claims.put(rate.ticket(), rated));
        Event.Rated event =
                new Event.Rated(
                        draft.at(),
                        rate.id(),
                        rated,
                        rate.level(),
                        rate.channel(),
                        rate.reasons(),
                        rate.comment(),
                        again ? FOLLOW_UP : FIRST,
                        rate.contact());
        draft.happened(event);
        RectificationStart.rated(event, before, draft);
        return draft.agreed(new Receipt.Rated(rate.id(), rate.ticket(), rate.level(), draft.at()));
    }

    /** What a keypad could not say; the level stays as it was pressed. */
    static Answer explain(Command.ExplainRating explain, Draft draft) {
        Claim claim = claim(explain.ticket(), draft);
        if (!claim.isUnexplained()) {
            throw new Refused(new Refusal.NothingToExplain(claim.number()));
        }
        int level = claim.level().orElseThrow();
        RatingSetup setup = draft.furnishing().setup().ratings();
        said(level, explain.reasons(), explain.comment(), setup);
        if (explain.reasons().isEmpty() && isBlank(explain.comment())) {
            throw new Refused(new Refusal.ReasonNeeded(level));
        }
        Claim settled = claim.settled();
        draft.change(() -> draft.state().claims.put(explain.ticket(), settled));
        draft.happened(
                new Event.RatingExplained(
                        draft.at(), settled, explain.reasons(), explain.comment()));
        var unused = RectificationStart.settled(settled, draft);
        return draft.agreed(new Receipt.Noted(claim.first().orElseThrow().id(), draft.at()));
    }

    /** The day is over, and so is the time to say why a key was pressed. */
    static void endWithDay(Draft draft) {
        for (Claim claim : draft.state().claims.values()) {
            if (claim.isUnexplained()) {
                Claim settled = claim.settled();
                draft.change(() -> draft.state().claims.put(claim.ticket(), settled));
                draft.happened(new Event.RatingUnexplained(draft.at(), settled));
                var unused = RectificationStart.settled(settled, draft);
            }
        }
    }

    static void known(int level) {
        if (level < LEVEL_MIN || level > LEVEL_MAX) {
            throw new Refused(new Refusal.UnknownLevel(level));
        }
    }

    /** The reasons are of the level and none is there twice; the comment is not too long. */
    static void said(int level, List<String> reasons, Optional<String> comment, RatingSetup setup) {
        for (String reason : reasons) {
            boolean ofLevel = setup.findTag(reason).filter(tag -> tag.level() == level).isPresent();
            if (!ofLevel || reasons.indexOf(reason) != reasons.lastIndexOf(reason)) {
                throw new Refused(new Refusal.UnknownReason(reason, level));
            }
        }
        int length = comment.map(text -> text.codePointCount(0, text.length())).orElse(0);
        if (length > setup.commentMax()) {
            throw new Refused(new Refusal.CommentTooLong(length, setup.commentMax()));
        }
    }

    static boolean isBlank(Optional<String> comment) {
        return comment.filter(text -> !text.isBlank()).isEmpty();
    }

    private static Claim claim(TicketId ticket, Draft draft) {
        return Optional.ofNullable(draft.state().claims.get(ticket))
                .orElseThrow(() -> notRateable(ticket, draft));
    }

    private static void inTime(Claim claim, Draft draft) {
        if (!draft.at().isBefore(claim.deadline())) {
            throw new Refused(new Refusal.RatingOver(claim.number()));
        }
    }

    private static Refused notRateable(TicketId id, Draft draft) {
        Ticket ticket = draft.ticket(id);
        return new Refused(new Refusal.NotRateable(ticket.number(), ticket.state()));
    }

    static Answer complain(Command.Complain complain, Draft draft) {
        if (complain.text().isBlank()) {
            throw new Refused(new Refusal.MissingField("text"));
        }
        Event.Complained event =
                new Event.Complained(
                        draft.at(),
                        complain.id(),
                        complain.channel(),
                        complain.text(),
                        complain.ticket(),
                        complain.contact());
        draft.happened(event);
        RectificationStart.complained(event, draft);
        return draft.agreed(new Receipt.Noted(complain.id(), draft.at()));
    }
}
