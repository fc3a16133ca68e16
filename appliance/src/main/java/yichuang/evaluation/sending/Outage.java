package yichuang.evaluation.sending;

import java.time.Instant;

/**
 * That nothing goes through.
 *
 * @param since when
 * @param reason what was answered last, or that nothing was
 * @param nextTry when it is asked again
 */
public record Outage(Instant since, String reason, Instant nextTry) {}
