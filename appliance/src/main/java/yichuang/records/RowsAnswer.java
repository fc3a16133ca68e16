package yichuang.records;

import java.util.List;
import yichuang.hall.codec.Codec;
import yichuang.hall.codec.Tag;

/** What the lender says. */
sealed interface RowsAnswer {
    Codec<RowsAnswer> CODEC = Codec.of(RowsAnswer.class);

    /** The rows as of the last entry in them stand ready under this number. */
    @Tag(1)
    record Lent(long loan, long index) implements RowsAnswer {}

    /** Not now. */
    @Tag(2)
    record NotLent(Reason why) implements RowsAnswer {}

    /** Why rows are not lent. */
    enum Reason {
        /** Rows are missing here, too. */
        BEHIND,
        /** The log here is not as far as what is asked for. */
        SHORT,
        /** Others are being helped. */
        BUSY,
        /** The loan lay idle for too long, or the file was opened anew. */
        OVER
    }

    /**
     * A page by its hash.
     *
     * @param last place of its last row; empty when no row comes after it
     */
    @Tag(3)
    record Summed(List<Cell> last, String digest) implements RowsAnswer {}

    @Tag(4)
    record Rows(CopiedTable.Page page) implements RowsAnswer {}

    /** The loan is given back. */
    @Tag(5)
    record Ended() implements RowsAnswer {}
}
