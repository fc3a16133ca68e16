package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Rectification.Appeal;
import yichuang.hall.Rectification.SecondOpinion;
import yichuang.hall.Rectification.Step;

/**
 * The steps of a rectification, one after the other: verify, speak to the person where they are
 * named, fix or explain, reply, follow up, close. An appeal stops them until somebody else has
 * reviewed it, and stops no deadline: it must not be a way to win time.
 */
final class RectificationRules {
    static final int TEXT_MAX = 2_000;

    /** On so many different days somebody is called before the hall goes on without them. */
    static final int TRIES = 3;

    /** So many are marked at a time; the next second marks the others. */
    static final int ESCALATED_MAX = 200;

    private static final Set<Step> BEFORE_REPLY =
            EnumSet.of(Step.VERIFY, Step.CONTACT, Step.FIX, Step.REPLY);

    private static final int NEXT_DAY = 1;

    /** What an officer was told, in the words of the levels of the same name 满意、不满意. */
    private static final int SATISFIED = 4;

    private static final int NOT_SATISFIED = 2;

    private RectificationRules() {}

    static Answer rectify(Command.Rectify rectify, Draft draft) {
        Rectification before =
                Optional.ofNullable(draft.state().rectifications.get(rectify.rectification()))
                        .orElseThrow(() -> unknown(rectify.rectification()));
        RectificationAct act = rectify.act();
        Rectification after =
                switch (act) {
                    case RectificationAct.Verify _ -> verified(before);
                    case RectificationAct.Contact it -> contacted(before, it.reach(), draft);
                    case RectificationAct.Fix _ -> done(before, Step.FIX, Step.REPLY);
                    case RectificationAct.Reply _ -> done(before, Step.REPLY, Step.FOLLOW_UP);
                    case RectificationAct.FollowUp it -> followedUp(before, it.opinion(), draft);
                    case RectificationAct.Appeal _ -> appealed(before, draft);
                    case RectificationAct.Review it -> reviewed(before, it.decision(), draft);
                    case RectificationAct.Extend _ -> extended(before, draft);
                    case RectificationAct.Close _ -> done(before, Step.CLOSE, Step.CLOSE);
                    case RectificationAct.Reveal _ -> named(before);
                };
        said(act);
        if (act instanceof RectificationAct.Close) {
            draft.change(() -> draft.state().rectifications.remove(before.id()));
        } else {
            draft.change(() -> draft.state().rectifications.put(after.id(), after));
        }
        draft.happened(new Event.Rectified(draft.at(), draft.entry().by(), after, act));
        return draft.agreed(new Receipt.Noted(before.id(), draft.at()));
    }

    private static Refused unknown(String id) {
        return new Refused(new Refusal.Unknown("rectification", id));
    }

    private static void said(RectificationAct act) {
        boolean needed =
                !(act instanceof RectificationAct.FollowUp
                        || act instanceof RectificationAct.Reveal);
        if (needed && act.said().filter(text -> !text.isBlank()).isEmpty()) {
            throw new Refused(new Refusal.MissingField("text"));
        }
        int length = act.said().map(text -> text.codePointCount(0, text.length())).orElse(0);
        if (length > TEXT_MAX) {
            throw new Refused(new Refusal.CommentTooLong(length, TEXT_MAX));
        }
    }

    private static Rectification done(Rectification before, Step step, Step next) {
        if (before.step() != step) {
            throw new Refused(new Refusal.RectificationOrder(before.id(), step, before.step()));
        }
        return before.at(next);
    }

    private static Rectification verified(Rectification before) {
        return done(before, Step.VERIFY, before.isNamed() ? Step.CONTACT : Step.FIX);
    }

    private static Rectification named(Rectification before) {
        if (!before.isNamed()) {
            throw new Refused(new Refusal.RectificationUnnamed(before.id()));
        }
        return before;
    }

    /** Who does not answer is called again the next working day; that day is in time. */
    private static Rectification contacted(
            Rectification before, RectificationAct.Reach reach, Draft draft) {
        Rectification over = done(named(before), Step.CONTACT, Step.FIX);
        if (reach == RectificationAct.Reach.REACHED) {
            return over;
        }
        LocalDate today = draft.at().atZone(draft.furnishing().zone()).toLocalDate();
        Instant again = RectificationStart.endOf(draft.at(), NEXT_DAY, draft);
        Instant by = later(before.deadlines().contact(), again);
        Rectification tried = before.tried(today, by);
        return tried.triedOn().size() < TRIES ? tried : tried.at(Step.FIX);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Nobody can be asked who is not known; what they rate once more is their opinion. */
    private static Rectification followedUp(
            Rectification before, RectificationAct.Opinion opinion, Draft draft) {
        Rectification after = done(before, Step.FOLLOW_UP, Step.CLOSE);
        if (opinion == RectificationAct.Opinion.NOT_REACHED) {
            return after;
        }
        int level = opinion == RectificationAct.Opinion.SATISFIED ? SATISFIED : NOT_SATISFIED;
        boolean own = named(before).opinion().filter(SecondOpinion::own).isPresent();
        return own ? after : after.judged(new SecondOpinion(level, draft.at(), false));
    }

    private static Rectification appealed(Rectification before, Draft draft) {
        if (before.appeal().isPresent()) {
            throw new Refused(new Refusal.AppealUsed(before.id()));
        }
        int in = draft.furnishing().setup().ratings().rectification().verify();
        Instant due = RectificationStart.endOf(draft.at(), in, draft);
        Appeal appeal = new Appeal(draft.entry().by(), before.step(), due, Optional.empty());
        return before.appealed(appeal).at(Step.REVIEW);
    }

    private static Rectification reviewed(
            Rectification before, RectificationAct.Decision decision, Draft draft) {
        if (!before.isAppealed()) {
            throw new Refused(
                    new Refusal.RectificationOrder(before.id(), Step.REVIEW, before.step()));
        }
        Appeal appeal = before.appeal().orElseThrow();
        if (appeal.by().equals(draft.entry().by())) {
            throw new Refused(new Refusal.OwnAppeal(before.id()));
        }
        Rectification after = before.appealed(appeal.decided(decision));
        return after.isExcluded() ? after.at(Step.CLOSE) : after.at(appeal.from());
    }

    /** Once, and before the reply is due. */
    private static Rectification extended(Rectification before, Draft draft) {
        if (before.isAppealed()) {
            throw new Refused(
                    new Refusal.RectificationOrder(before.id(), Step.REPLY, before.step()));
        }
        boolean inTime = draft.at().isBefore(before.deadlines().reply());
        if (before.complex() || !inTime || !BEFORE_REPLY.contains(before.step())) {
            throw new Refused(new Refusal.ExtensionOver(before.id(), before.complex()));
        }
        RectificationSetup in = draft.furnishing().setup().ratings().rectification();
        int followUp = in.complex() + in.followUp() - in.reply();
        Instant replyBy = RectificationStart.endOf(before.openedAt(), in.complex(), draft);
        Instant followUpBy = RectificationStart.endOf(before.openedAt(), followUp, draft);
        return before.extended(
                before.deadlines()
                        .replyBy(
                                later(before.deadlines().reply(), replyBy),
                                later(before.deadlines().followUp(), followUpBy)));
    }

    static Answer escalate(Draft draft) {
        draft.state().rectifications.values().stream()
                .filter(one -> one.isToEscalate(draft.at()))
                .limit(ESCALATED_MAX)
                .map(Rectification::overdue)
                .forEach(
                        one -> {
                            draft.change(() -> draft.state().rectifications.put(one.id(), one));
                            draft.happened(new Event.RectificationOverdue(draft.at(), one));
                        });
        return draft.agreed(new Receipt.Noted("rectifications", draft.at()));
    }

    /** {@return whether a step has become overdue; on an island nobody asks} */
    static boolean due(State state, Instant at) {
        return state.island.isEmpty()
                && state.rectifications.values().stream().anyMatch(one -> one.isToEscalate(at));
    }
}
