package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often somebody was called, as a fair no-show counts it: calls closer together than the rule
 * count as one, so hurrying does not make a no-show.
 *
 * @param counted calls that count, the first one included
 * @param noShowFrom when the last of them is long enough ago for a no-show
 */
public record CallsMade(int counted, Instant noShowFrom) {
    /** {@return how the calls of one turn count; there is at least one, the oldest first} */
    public static CallsMade of(List<Instant> calls, VisitRules rules) {
        Duration apart = rules.noShowApart();
        int counted = 1;
        Instant last = calls.getFirst();
        for (Instant call : calls.subList(1, calls.size())) {
            if (!call.isBefore(last.plus(apart))) {
                counted++;
                last = call;
            }
        }
        return new CallsMade(counted, last.plus(apart));
    }
}
