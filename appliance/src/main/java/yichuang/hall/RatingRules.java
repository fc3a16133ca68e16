package yichuang.hall;

import java.util.Optional;

/** What people say: the rating of a visit, a complaint. */
final class RatingRules {
    static final int LEVEL_MIN = 1;
    static final int LEVEL_MAX = 5;

    private RatingRules() {}

    static Answer rate(Command.Rate rate, Draft draft) {
        if (rate.level() < LEVEL_MIN || rate.level() > LEVEL_MAX) {
            throw new Refused(new Refusal.UnknownLevel(rate.level()));
        }
        Claim claim =
                Optional.ofNullable(draft.state().claims.get(rate.ticket()))
                        .orElseThrow(() -> notRateable(rate.ticket(), draft));
        if (claim.level().isPresent()) {
            throw new Refused(new Refusal.AlreadyRated(claim.number()));
        }
        if (!draft.at().isBefore(claim.deadline())) {
            throw new Refused(new Refusal.RatingOver(claim.number()));
        }
        Claim rated = claim.rated(rate.level());
        draft.change(() -> draft.state().claims.put(rate.ticket(), rated));
        draft.happened(
                new Event.Rated(
                        draft.at(),
                        rate.id(),
                        rated,
                        rate.level(),
                        rate.channel(),
                        rate.reasons(),
                        rate.comment()));
        return draft.agreed(new Receipt.Rated(rate.id(), rate.ticket(), rate.level(), draft.at()));
    }

    private static Refused notRateable(TicketId id, Draft draft) {
        Ticket ticket = draft.ticket(id);
        return new Refused(new Refusal.NotRateable(ticket.number(), ticket.state()));
    }

    static Answer complain(Command.Complain complain, Draft draft) {
        if (complain.text().isBlank()) {
            throw new Refused(new Refusal.MissingField("text"));
        }
        draft.happened(
                new Event.Complained(
                        draft.at(),
                        complain.id(),
                        complain.channel(),
                        complain.text(),
                        complain.ticket()));
        return draft.agreed(new Receipt.Noted(complain.id(), draft.at()));
    }
}
