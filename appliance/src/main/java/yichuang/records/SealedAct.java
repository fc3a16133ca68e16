package yichuang.records;

/**
 * A row of the trail with the hashes that chain it to the one before.
 *
 * @param before the hash of the row before it
 * @param hash {@code act.hashAfter(before)}
 */
public record SealedAct(TrailEntry act, String before, String hash) {}
