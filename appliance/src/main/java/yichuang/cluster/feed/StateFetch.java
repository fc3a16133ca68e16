package yichuang.cluster.feed;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** A state on its way in pieces. A piece of another state than the ones before begins anew. */
final class StateFetch {
    private long index;
    private ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    /** {@return what to ask next} */
    FeedQuestion next() {
        return new FeedQuestion.Piece(index, gathered.size());
    }

    /** {@return the whole state, once this was its last piece} */
    Optional<byte[]> take(FeedAnswer.Piece piece) {
        if (piece.offset() == 0) {
            index = piece.index();
            gathered = new ByteArrayOutputStream(piece.total());
        }
        if (piece.index() != index || piece.offset() != gathered.size()) {
            index = 0;
            gathered = new ByteArrayOutputStream();
            return Optional.empty();
        }
        gathered.writeBytes(piece.bytes());
        return piece.last() ? Optional.of(gathered.toByteArray()) : Optional.empty();
    }
}
