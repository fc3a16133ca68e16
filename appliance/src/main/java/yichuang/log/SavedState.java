package yichuang.log;

import io.microraft.model.log.SnapshotChunk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A piece of a snapshot's state on its way through MicroRaft, which keeps the newest one for
 * followers. Up to 16 MB of 128 would lie idle, so once it is on disk only its file is remembered.
 *
 * <p>A frame of the link holds 16 MiB, so a state travels in pieces of 4 MiB. Sending a piece reads
 * and checks the whole file: 25 ms of the log's thread for the greatest state, four times.
 */
final class SavedState {
    static final int PIECE_BYTES = 4 << 20;

    /** Whose state it is. */
    private enum Source {
        OWN_MACHINE,
        LEADER
    }

    private final Source source;
    private final int length;
    private int from;
    private byte[] bytes;
    private Path file;

    private SavedState(Source source, int from, int length, byte[] bytes, Path file) {
        this.source = source;
        this.from = from;
        this.length = length;
        this.bytes = bytes;
        this.file = file;
    }

    static SavedState inMemory(byte[] piece) {
        return new SavedState(Source.OWN_MACHINE, 0, piece.length, piece, Path.of(""));
    }

    /** {@return a piece that a leader sent} */
    static SavedState received(byte[] piece) {
        return new SavedState(Source.LEADER, 0, piece.length, piece, Path.of(""));
    }

    /** {@return a state in pieces, one at least} */
    static List<SavedState> pieces(byte[] state) {
        List<SavedState> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < state.length; from += PIECE_BYTES) {
            int to = Math.min(state.length, from + PIECE_BYTES);
            byte[] piece = to - from == state.length ? state : Arrays.copyOfRange(state, from, to);
            pieces.add(inMemory(piece));
        }
        return pieces;
    }

    /** {@return the pieces of a state that is on disk} */
    static List<SavedState> onDisk(Path file, int stateBytes) {
        List<SavedState> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < stateBytes; from += PIECE_BYTES) {
            int length = Math.min(stateBytes - from, PIECE_BYTES);
            pieces.add(new SavedState(Source.OWN_MACHINE, from, length, new byte[0], file));
        }
        return pieces;
    }

    /** {@return the state that all its pieces make} */
    static byte[] whole(List<SnapshotChunk> pieces) throws IOException {
        if (pieces.size() == 1) {
            return of(pieces.getFirst()).read();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (SnapshotChunk piece : pieces) {
            whole.writeBytes(of(piece).read());
        }
        return whole.toByteArray();
    }

    static boolean fromLeader(List<SnapshotChunk> pieces) {
        return of(pieces.getFirst()).source == Source.LEADER;
    }

    /** The state is durable: from now on its pieces are read from its file. */
    static void areNowIn(Path snapshotFile, List<SnapshotChunk> pieces) {
        int at = 0;
        for (SnapshotChunk chunk : pieces) {
            SavedState piece = of(chunk);
            piece.from = at;
            piece.file = snapshotFile;
            piece.bytes = new byte[0];
            at += piece.length;
        }
    }

    private static SavedState of(SnapshotChunk chunk) {
        return (SavedState) chunk.getOperation();
    }

    /** {@return the piece itself, read from its file when it is durable} */
    byte[] read() throws IOException {
        if (file.toString().isEmpty()) {
            return bytes;
        }
        byte[] state = Snapshot.read(file).state();
        return Arrays.copyOfRange(state, from, from + length);
    }
}
