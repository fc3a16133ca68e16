package yichuang.log;

import java.io.IOException;

/**
 * One entry as it lies in a segment.
 *
 * @param index its place in the log; for {@link Kind#CUT} the first place that is no longer valid,
 *     for {@link Kind#SKIP} the last
 * @param durableIndex the last index that was durable when this was written. It tells a torn batch
 *     from damage: what follows a hole and knows nothing beyond the hole was written together with
 *     it and acknowledged to nobody
 * @param body taken over, not copied: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredEntry(Kind kind, int term, long index, long durableIndex, byte[] body) {

    /** What an entry is for. Numbers are the format. */
    enum Kind {
        /** A command of the machine. */
        COMMAND(1),
        /** A leader's first entry in its term; the machine never sees it. */
        NEW_TERM(2),
        /** A change of the members or voters, see {@link Operations}. */
        VOTERS(3),
        /** Takes back every entry from its index on: they were never committed. */
        CUT(4),
        /**
         * A leader's snapshot has taken the place of every entry up to its index. What was written
         * before may never have been committed and is not read any more.
         */
        SKIP(5);

        final int number;

        Kind(int number) {
            this.number = number;
        }

        /** {@return the kind of a number that somebody else wrote} */
        static Kind of(int number) throws IOException {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            throw new IOException("no kind of entry: " + number);
        }
    }
}
