package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import yichuang.hall.codec.Tag;

/**
 * How a leg ended 办结结果. There is no "rejected": a window has no veto (opinion §8). Every outcome
 * carries what must be recorded with it; {@link Closing} keeps the rest.
 */
public sealed interface Outcome {
    /** 即时办结. */
    @Tag(1)
    record Done() implements Outcome {}

    /** 受理. */
    @Tag(2)
    record Accepted(LocalDate promisedDate) implements Outcome {}

    /** 容缺受理: the missing materials come by {@code dueDate}, on a returning ticket. */
    @Tag(3)
    record AcceptedDeferred(List<String> missing, LocalDate dueDate) implements Outcome {
        public AcceptedDeferred {
            missing = List.copyOf(missing);
        }
    }

    /** 告知承诺. */
    @Tag(4)
    record Committed(String commitment) implements Outcome {}

    /**
     * 全市通办 / 转办: {@code to} is the jurisdiction that approves, {@code delivery} courier or pickup.
     */
    @Tag(5)
    record Forwarded(String to, String delivery) implements Outcome {}

    /** 讲清楚: which materials or conditions are missing, from the catalogue's list. */
    @Tag(6)
    record Guided(List<String> missing) implements Outcome {
        public Guided {
            missing = List.copyOf(missing);
        }
    }

    /**
     * 指好路: where to and with whom; inside the hall it is a window or an item, and a new leg
     * follows.
     */
    @Tag(7)
    record Redirected(String to, String with) implements Outcome {}

    /** 请示: a duty on the visit, open until answered. */
    @Tag(8)
    record Consult(String who, Instant answerBy) implements Outcome {}

    /** 中途离开: the person left; not a veto. */
    @Tag(9)
    record Abandoned() implements Outcome {}

    /** {@return the code of product and platform, for instance {@code ACCEPTED_DEFERRED}} */
    default String code() {
        return switch (this) {
            case Done done -> "DONE";
            case Accepted accepted -> "ACCEPTED";
            case AcceptedDeferred deferred -> "ACCEPTED_DEFERRED";
            case Committed committed -> "COMMITTED";
            case Forwarded forwarded -> "FORWARDED";
            case Guided guided -> "GUIDED";
            case Redirected redirected -> "REDIRECTED";
            case Consult consult -> "CONSULT";
            case Abandoned abandoned -> "ABANDONED";
        };
    }

    /** {@return whether the manager's list of the day shows it (product: closing a leg)} */
    default boolean listed() {
        return switch (this) {
            case Done done -> false;
            case Accepted accepted -> false;
            case AcceptedDeferred deferred -> false;
            case Committed committed -> false;
            case Forwarded forwarded -> true;
            case Guided guided -> true;
            case Redirected redirected -> true;
            case Consult consult -> true;
            case Abandoned abandoned -> true;
        };
    }
}
