package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A snapshot's state on its way through MicroRaft, which keeps the newest one for followers. Up to
 * 16 MB of 128 would lie idle, so once it is on disk only its file is remembered.
 */
final class SavedState {
    private byte[] bytes;
    private Path file;

    private SavedState(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    static SavedState inMemory(byte[] state) {
        return new SavedState(state, Path.of(""));
    }

    static SavedState onDisk(Path file) {
        return new SavedState(new byte[0], file);
    }

    void isNowIn(Path snapshotFile) {
        file = snapshotFile;
        bytes = new byte[0];
    }

    /** {@return the state itself, read from its file when it is durable} */
    byte[] read() throws IOException {
        return file.toString().isEmpty() ? bytes : Snapshot.read(file).state();
    }
}
