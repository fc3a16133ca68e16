package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the live stream for a reader and keeps all of them awake. */
final class StreamRoutes {
    private static final Duration FULL_RETRY = Duration.ofSeconds(10);

    private final LiveStream stream;
    private final HallView view;
    private final int streamsMax;
    private final Set<StreamReader> readers = ConcurrentHashMap.newKeySet();

    StreamRoutes(Vertx vertx, LiveStream stream, HallView view, WebLimits limits) {
        this.stream = stream;
        this.view = view;
        this.streamsMax = limits.streamsMax();
        vertx.setPeriodic(
                limits.streamSilence().toMillis(), id -> readers.forEach(StreamReader::comment));
    }

    void addTo(Map<String, Act> acts) {
        acts.put("streamHall", this::open);
    }

    private Future<Reply> open(Exchange exchange) {
        if (readers.size() >= streamsMax) {
            throw Problem.of(ProblemType.BUSY).retryAfter(FULL_RETRY).found();
        }
        StreamReader reader = new StreamReader(exchange, stream, view);
        readers.add(reader);
        reader.whenGone(() -> readers.remove(reader));
        return reader.start().map(new Reply.Streaming());
    }
}
