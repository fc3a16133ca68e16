package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens after a negative rating or a complaint 整改, from the first look to the second opinion
 * of whoever gave it. The hall keeps only what its rules look at, and only while it is open; what
 * was written stands in the records.
 *
 * @param id of the rating or complaint it is about
 * @param ticket empty for a complaint of nobody's visit, and for a rating that came without one
 * @param contact of a person who wants to be called back; gone when it closes
 * @param step what has to be done next
 * @param triedOn days on which the person was called and not reached
 * @param complex whether its reply was put off, which is done once
 * @param escalated steps that were not done in time
 * @param opinion what the person, or failing that the officer who asked them, said afterwards
 */
public record Rectification(
        String id,
        About about,
        Optional<TicketId> ticket,
        Optional<Contact> contact,
        Instant openedAt,
        Step step,
        Deadlines deadlines,
        List<LocalDate> triedOn,
        boolean complex,
        List<Step> escalated,
        Optional<Appeal> appeal,
        Optional<SecondOpinion> opinion) {
    public Rectification {
        triedOn = List.copyOf(triedOn);
        escalated = List.copyOf(escalated);
    }

    /** What gave rise to it. */
    public enum About {
        RATING,
        COMPLAINT
    }

    /** What has to be done, in its order; a review comes in between, where an appeal waits. */
    public enum Step {
        VERIFY,
        CONTACT,
        FIX,
        REPLY,
        FOLLOW_UP,
        CLOSE,
        REVIEW
    }

    /** When each step has to be done: the end of a working day. */
    public record Deadlines(
            Instant verify, Instant contact, Instant fix, Instant reply, Instant followUp) {
        Deadlines contactBy(Instant next) {
            return new Deadlines(verify, next, fix, reply, followUp);
        }

        Deadlines replyBy(Instant next, Instant followUpBy) {
            return new Deadlines(verify, contact, next, next, followUpBy);
        }
    }

    /**
     * Somebody holds that it should not count.
     *
     * @param by whoever appealed; another one reviews it
     * @param from the step it stood at, and goes on from when the appeal is rejected
     * @param due when the review is
     * @param decision empty while it waits
     */
    public record Appeal(
            TokenId by, Step from, Instant due, Optional<RectificationAct.Decision> decision) {
        Appeal decided(RectificationAct.Decision what) {
            return new Appeal(by, from, due, Optional.of(what));
        }
    }

    /**
     * What was thought of it afterwards.
     *
     * @param level of the follow-up rating; of what an officer was told 满意 4 or 不满意 2
     * @param own whether the person gave it themselves
     */
    public record SecondOpinion(int level, Instant at, boolean own) {}

    /** {@return whether it can be said who is to be called} */
    public boolean isNamed() {
        return contact.isPresent();
    }

    public boolean isAppealed() {
        return step == Step.REVIEW;
    }

    /** {@return whether an appeal was upheld: it counts in no figure} */
    public boolean isExcluded() {
        return appeal.flatMap(Appeal::decision)
                .filter(RectificationAct.Decision.UPHELD::equals)
                .isPresent();
    }

    /** {@return when the next step has to be done} */
    public Instant due() {
        return switch (step) {
            case VERIFY -> deadlines.verify();
            case CONTACT -> deadlines.contact();
            case FIX -> deadlines.fix();
            case REPLY -> deadlines.reply();
            case FOLLOW_UP, CLOSE -> deadlines.followUp();
            case REVIEW -> appeal.orElseThrow().due();
        };
    }

    public boolean isOverdue(Instant at) {
        return !at.isBefore(due());
    }

    /** {@return whether the hall has to say that the step is overdue; once for each} */
    boolean isToEscalate(Instant at) {
        return isOverdue(at) && !escalated.contains(step);
    }

    Rectification at(Step next) {
        return with(next, deadlines, triedOn, complex, escalated, appeal, opinion);
    }

    Rectification tried(LocalDate day, Instant contactBy) {
        List<LocalDate> days = new ArrayList<>(triedOn);
        if (!days.contains(day)) {
            days.add(day);
        }
        Deadlines next = deadlines.contactBy(contactBy);
        return with(step, next, days, complex, escalated, appeal, opinion);
    }

    Rectification extended(Deadlines next) {
        return with(step, next, triedOn, true, escalated, appeal, opinion);
    }

    Rectification overdue() {
        List<Step> more = new ArrayList<>(escalated);
        more.add(step);
        return with(step, deadlines, triedOn, complex, more, appeal, opinion);
    }

    Rectification appealed(Appeal next) {
        return with(step, deadlines, triedOn, complex, escalated, Optional.of(next), opinion);
    }

    Rectification judged(SecondOpinion next) {
        return with(step, deadlines, triedOn, complex, escalated, appeal, Optional.of(next));
    }

    private Rectification with(
            Step nextStep,
            Deadlines nextDeadlines,
            List<LocalDate> nextTriedOn,
            boolean nextComplex,
            List<Step> nextEscalated,
            Optional<Appeal> nextAppeal,
            Optional<SecondOpinion> nextOpinion) {
        return new Rectification(
                id,
                about,
                ticket,
                contact,
                openedAt,
                nextStep,
                nextDeadlines,
                nextTriedOn,
                nextComplex,
                nextEscalated,
                nextAppeal,
                nextOpinion);
    }
}
