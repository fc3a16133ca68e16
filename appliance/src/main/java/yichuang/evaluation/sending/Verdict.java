package yichuang.evaluation.sending;

import java.time.Duration;
import java.util.Optional;

/** What an answer of the platform means for what was sent. */
public sealed interface Verdict {
    /** It has all of it. */
    record Taken(String receipt) implements Verdict {}

    /** It has something of it from before; of a single message that is success. */
    record Already(String receipt) implements Verdict {}

    /** It will not take it as it is. */
    record Refused(String reason) implements Verdict {}

    /** Its clock and the request's are too far apart. */
    record ClockApart(String reason) implements Verdict {}

    /** Nothing is known about what was sent, or it says to come again: not the letters' fault. */
    record Later(String reason, Optional<Duration> after) implements Verdict {}
}
