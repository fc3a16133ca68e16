package yichuang.cluster.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a voter answers; its head always comes along. */
sealed interface FeedAnswer {
    byte ENTRIES = 1;
    byte FETCH = 2;
    byte PIECE = 3;

    /** Four times the greatest state that a hall may have. */
    int STATE_BYTES_MAX = 64 << 20;

    FeedHead head();

    /** What came after; perhaps not all of it, and nothing when there was nothing. */
    record Entries(FeedHead head, List<FeedEntry> entries) implements FeedAnswer {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** That is too long ago, or of another epoch: the state is to be fetched. */
    record FetchState(FeedHead head) implements FeedAnswer {}

    /**
     * A part of a state.
     *
     * @param index last command in the state
     * @param total bytes of the whole state
     * @param offset where the part begins
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(FeedHead head, long index, int total, int offset, byte[] bytes)
            implements FeedAnswer {
        boolean last() {
            return offset + bytes.length == total;
        }
    }

    default byte[] encode() {
        return FeedMessage.encode(1 + head().encodedBytes() + bodyBytes(), this::write);
    }

    private void write(ByteBuffer out) {
        switch (this) {
            case Entries answer -> {
                head().write(out.put(ENTRIES));
                answer.entries().forEach(entry -> entry.write(out));
            }
            case FetchState _ -> head().write(out.put(FETCH));
            case Piece piece -> {
                head().write(out.put(PIECE));
                out.putLong(piece.index()).putInt(piece.total()).putInt(piece.offset());
                out.put(piece.bytes());
            }
        }
    }

    private int bodyBytes() {
        return switch (this) {
            case Entries answer ->
                    answer.entries().stream().mapToInt(FeedEntry::encodedBytes).sum();
            case FetchState _ -> 0;
            case Piece piece -> Long.BYTES + 2 * Integer.BYTES + piece.bytes().length;
        };
    }

    static FeedAnswer decode(byte[] bytes) throws IOException {
        ByteBuffer in = FeedMessage.begin(bytes);
        if (!in.hasRemaining()) {
            throw new IOException("an answer of one byte");
        }
        byte kind = in.get();
        FeedHead head = FeedHead.read(in);
        return switch (kind) {
            case ENTRIES -> {
                List<FeedEntry> entries = new ArrayList<>();
                while (in.hasRemaining()) {
                    entries.add(FeedEntry.read(in));
                }
                yield new Entries(head, entries);
            }
            case FETCH -> {
                FeedMessage.end(in);
                yield new FetchState(head);
            }
            case PIECE -> piece(head, in);
            default -> throw new IOException("no answer is of kind " + kind);
        };
    }

    private static Piece piece(FeedHead head, ByteBuffer in) throws IOException {
        if (in.remaining() < Long.BYTES + 2 * Integer.BYTES) {
            throw new IOException("a piece without its place");
        }
        long index = in.getLong();
        int total = in.getInt();
        int offset = in.getInt();
        byte[] part = new byte[in.remaining()];
        in.get(part);
        if (index < 0
                || offset < 0
                || total < 0
                || total > STATE_BYTES_MAX
                || part.length > total - offset) {
            throw new IOException(
                    "%d bytes at %d of a state of %d".formatted(part.length, offset, total));
        }
        return new Piece(head, index, total, offset, part);
    }
}
