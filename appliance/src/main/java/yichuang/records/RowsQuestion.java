package yichuang.records;

import java.util.List;
import yichuang.hall.codec.Codec;
import yichuang.hall.codec.Tag;

/** What a node that lacks rows asks one that has them. */
sealed interface RowsQuestion {
    Codec<RowsQuestion> CODEC = Codec.of(RowsQuestion.class);

    /** Lend me all rows as they are now, whole up to this entry at least. */
    @Tag(1)
    record Borrow(long upTo) implements RowsQuestion {}

    /** What is the page after this place, told by its last row and its hash? */
    @Tag(2)
    record Compare(long loan, String table, List<Cell> after) implements RowsQuestion {}

    /** Give me the page after this place. */
    @Tag(3)
    record Fetch(long loan, String table, List<Cell> after) implements RowsQuestion {}

    /** I have all of it. */
    @Tag(4)
    record GiveBack(long loan) implements RowsQuestion {}
}
