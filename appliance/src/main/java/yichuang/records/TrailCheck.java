package yichuang.records;

import java.util.Optional;

/**
 * What reading the whole audit trail found.
 *
 * @param rows how many rows were read before the end or the break
 * @param brokenAt index of the first row that is not as it was written, or follows a missing one
 * @param head the last hash; equal on every node that has applied the same log, which is how a
 *     cut-off end shows
 */
public record TrailCheck(long rows, Optional<Long> brokenAt, String head) {}
