package yichuang.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Many readers of the live stream; they note when each call of a ticket reached the last of them.
 */
final class StreamReaders implements AutoCloseable {
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final Map<String, Arrivals> calls = new ConcurrentHashMap<>();
    private final AtomicReference<IOException> broken = new AtomicReference<>();
    private volatile boolean closing;

    /** How many readers saw something, and when the last of them did. */
    record Arrivals(int readers, long lastNanos) {}

    /** Opens a reader for each of these secrets; returns when each has its snapshot. */
    void add(int port, List<String> secrets) throws IOException, InterruptedException {
        CountDownLatch ready = new CountDownLatch(secrets.size());
        for (String secret : secrets) {
            EventStream stream = new EventStream(port, secret, Optional.empty());
            streams.add(stream);
            Thread.ofVirtual().start(() -> read(stream, ready));
        }
        ready.await();
    }

    private void read(EventStream stream, CountDownLatch ready) {
        try {
            stream.next();
            ready.countDown();
            while (true) {
                EventStream.Told told = stream.next();
                if (told.data().contains("\"Called\"")) {
                    // The id of the change is the same for every reader: no need to look inside.
                    calls.merge(
                            told.id(),
                            new Arrivals(1, System.nanoTime()),
                            (a, b) -> new Arrivals(a.readers + 1, b.lastNanos));
                }
            }
        } catch (IOException e) {
            if (!closing) {
                broken.set(e);
            }
            ready.countDown();
        }
    }

    int size() {
        return streams.size();
    }

    /** {@return the calls by log index, for those that reached every reader} */
    Map<String, Arrivals> complete() throws IOException {
        if (broken.get() != null) {
            throw new IOException("a reader lost its stream", broken.get());
        }
        Map<String, Arrivals> complete = new ConcurrentHashMap<>(calls);
        complete.values().removeIf(one -> one.readers < streams.size());
        return complete;
    }

    @Override
    public void close() {
        closing = true;
        streams.forEach(EventStream::close);
    }
}
