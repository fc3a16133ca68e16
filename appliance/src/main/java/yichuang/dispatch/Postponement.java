package yichuang.dispatch;

import java.time.Instant;

/**
 * Where a person stands who lets others go first.
 *
 * @param since from then on the wait counts
 * @param passed how many more waiting legs stand before the ticket then; 0 when nobody could go
 *     first
 */
public record Postponement(Instant since, int passed) {}
