package yichuang.log;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Keeps the next segment reserved. Writing 8 MiB of zeros takes a card in the slot of a Pi a
 * second, so it is done beside the log's thread while the segment before is being filled.
 */
final class Shelf {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    private final Path directory;
    private final int segmentBytes;
    private final Executor background;
    private final Deque<CompletableFuture<Path>> reserved = new ArrayDeque<>();
    private final Deque<Path> unneeded = new ArrayDeque<>();
    private long lastSequence;

    /**
     * @param empty reserved segments found at the start
     * @param lastSequence greatest sequence there is, used or reserved
     */
    Shelf(
            Path directory,
            int segmentBytes,
            Executor background,
            List<Path> empty,
            long lastSequence) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.background = background;
        this.lastSequence = lastSequence;
        empty.forEach(file -> reserved.add(CompletableFuture.completedFuture(file)));
    }

    /**
     * Gives the next segment, waiting for it when it is not ready, and orders the one after. When
     * it could not be reserved, none after it is: the chain would have a gap.
     */
    Path take() throws IOException {
        order();
        try {
            Path next = reserved.remove().join();
            order();
            return next;
        } catch (CompletionException failure) {
            throw new IOException("no segment could be reserved", failure.getCause());
        }
    }

    /** Has a segment reserved if none is. */
    void order() {
        if (reserved.isEmpty()) {
            long sequence = ++lastSequence;
            CompletableFuture<Path> next = new CompletableFuture<>();
            background.execute(
                    () -> {
                        try {
                            next.complete(Segment.reserve(directory, sequence, segmentBytes));
                        } catch (IOException | RuntimeException failure) {
                            next.completeExceptionally(failure);
                        }
                    });
            reserved.add(next);
        }
    }

    /** Removes segments that nobody needs, oldest first so that the chain never has a gap. */
    void discard(List<Path> files) {
        background.execute(
                () -> {
                    unneeded.addAll(files);
                    while (!unneeded.isEmpty() && deleted(unneeded.peek())) {
                        unneeded.remove();
                    }
                });
    }

    private static boolean deleted(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException nextTime) {
            JOURNAL.log(Level.WARNING, "cannot remove " + file + " yet", nextTime);
            return false;
        }
    }

    /** Waits until nothing is being reserved or removed. */
    void close() {
        CompletableFuture.runAsync(() -> {}, background).join();
    }
}
