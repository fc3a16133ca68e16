package yichuang.log;

/**
 * One entry as it lies in a segment.
 *
 * @param index its place in the log; for {@link Kind#CUT} the first place that is no longer valid
 * @param durableIndex the last index that was durable when this was written. It tells a torn batch
 *     from damage: what follows a hole and knows nothing beyond the hole was written together with
 *     it and acknowledged to nobody
 * @param body taken over, not copied: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredEntry(Kind kind, int term, long index, long durableIndex, byte[] body) {

    /** What an entry is for. Numbers are the format; 3 is kept for changes of the voters. */
    enum Kind {
        /** A command of the machine. */
        COMMAND(1),
        /** A leader's first entry in its term; the machine never sees it. */
        NEW_TERM(2),
        /** Takes back every entry from its index on: they were never committed. */
        CUT(4);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }
}
