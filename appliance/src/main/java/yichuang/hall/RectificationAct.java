package yichuang.hall;

import java.util.Optional;
import yichuang.hall.codec.Tag;

/**
 * What is done to a {@link Rectification}, in the order in which it has to be done; appealing,
 * extending and looking at the number come in between. The tags are the stored form.
 */
public sealed interface RectificationAct {
    /** What looking into it found. */
    enum Finding {
        CONFIRMED,
        PARTLY,
        UNFOUNDED
    }

    /** Whether the person could be spoken to. */
    enum Reach {
        REACHED,
        NOT_REACHED
    }

    /** What was done about it. */
    enum Remedy {
        FIXED,
        EXPLAINED
    }

    /** What the person thinks of it now, as they told the officer. */
    enum Opinion {
        SATISFIED,
        NOT_SATISFIED,
        NOT_REACHED
    }

    /** Why somebody holds that it should not count. */
    enum Ground {
        MISTAKEN,
        MALICIOUS
    }

    /** What became of an appeal. */
    enum Decision {
        UPHELD,
        REJECTED
    }

    @Tag(1)
    record Verify(Finding finding, String text) implements RectificationAct {}

    @Tag(2)
    record Contact(Reach reach, String text) implements RectificationAct {}

    @Tag(3)
    record Fix(Remedy remedy, String text) implements RectificationAct {}

    /** {@code text} is what the person reads. */
    @Tag(4)
    record Reply(String text) implements RectificationAct {}

    @Tag(5)
    record FollowUp(Opinion opinion, Optional<String> text) implements RectificationAct {}

    @Tag(6)
    record Appeal(Ground ground, String text) implements RectificationAct {}

    @Tag(7)
    record Review(Decision decision, String text) implements RectificationAct {}

    /** It is complex: fix and reply are due later. */
    @Tag(8)
    record Extend(String text) implements RectificationAct {}

    @Tag(9)
    record Close(String text) implements RectificationAct {}

    /** Somebody is shown the person's number, to call them. */
    @Tag(10)
    record Reveal() implements RectificationAct {}

    /** {@return its name in the API, the trail and the records} */
    default String code() {
        return switch (this) {
            case Verify _ -> "verify";
            case Contact _ -> "contact";
            case Fix _ -> "fix";
            case Reply _ -> "reply";
            case FollowUp _ -> "follow-up";
            case Appeal _ -> "appeal";
            case Review _ -> "review";
            case Extend _ -> "extend";
            case Close _ -> "close";
            case Reveal _ -> "reveal";
        };
    }

    /** {@return what came of it, of the few things that can; empty for an act with one end} */
    default Optional<Enum<?>> result() {
        return switch (this) {
            case Verify it -> Optional.of(it.finding());
            case Contact it -> Optional.of(it.reach());
            case Fix it -> Optional.of(it.remedy());
            case FollowUp it -> Optional.of(it.opinion());
            case Appeal it -> Optional.of(it.ground());
            case Review it -> Optional.of(it.decision());
            case Reply _, Extend _, Close _, Reveal _ -> Optional.empty();
        };
    }

    /** {@return what was written with it} */
    default Optional<String> said() {
        return switch (this) {
            case Verify it -> Optional.of(it.text());
            case Contact it -> Optional.of(it.text());
            case Fix it -> Optional.of(it.text());
            case Reply it -> Optional.of(it.text());
            case FollowUp it -> it.text();
            case Appeal it -> Optional.of(it.text());
            case Review it -> Optional.of(it.text());
            case Extend it -> Optional.of(it.text());
            case Close it -> Optional.of(it.text());
            case Reveal _ -> Optional.empty();
        };
    }
}
