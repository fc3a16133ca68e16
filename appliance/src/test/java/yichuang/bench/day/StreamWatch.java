package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.bench.EventStream;

/**
 * Follows the live stream through every restart, from the last change it saw. A snapshot that comes
 * later than the first says that changes are missing.
 */
final class StreamWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 25;
    private static final long QUIET_MILLIS = 500;

    private final RunningHall hall;
    private final Recorder recorder;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile EventStream open;
    private Optional<String> last = Optional.empty();
    private boolean begun;

    StreamWatch(RunningHall hall, Recorder recorder) {
        this.hall = hall;
        this.recorder = recorder;
        Thread.ofVirtual().name("stream").start(this::follow);
    }

    private void follow() {
        while (!closing) {
            try (EventStream stream = new EventStream(hall.port(), hall.token("manager"), last)) {
                open = stream;
                while (true) {
                    told(stream.next());
                }
            } catch (IOException e) {
                pause();
            }
        }
        ended.complete(null);
    }

    private void told(EventStream.Told told) {
        if (told.kind().equals("change")) {
            recorder.add(new JsonObject(told.data()));
        } else if (begun) {
            recorder.streamBroke(new JsonObject(told.data()));
        }
        begun = true;
        if (!told.id().isEmpty()) {
            last = Optional.of(told.id());
        }
    }

    /** Returns when nothing came for a while: the stream has told all. */
    void awaitQuiet() throws InterruptedException {
        int before;
        do {
            before = recorder.changes().size();
            Thread.sleep(QUIET_MILLIS);
        } while (recorder.changes().size() > before);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        EventStream stream = open;
        if (stream != null) {
            stream.close();
        }
        ended.join();
    }
}
