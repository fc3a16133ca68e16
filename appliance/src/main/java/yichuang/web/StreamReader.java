package yichuang.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Optional;
import yichuang.hall.TokenId;

/**
 * One reader of the live stream. It first gets what it missed, or a snapshot, at its own pace; once
 * that is out, it reads along. Then more than 256 KiB unsent cut it off: it resumes with the last
 * id it saw. Belongs to its event loop.
 */
final class StreamReader implements LiveStream.Reader {
    static final int UNSENT_BYTES_MAX = 256 * 1024;
    private static final int CATCH_UP_GROUPS_MAX = 64;

    private final LiveStream stream;
    private final HallView view;
    private final Exchange exchange;
    private final Context loop;
    private final HttpServerResponse response;
    private final Viewer viewer;
    private Runnable gone = () -> {};
    private long seen;
    private boolean along;
    private boolean closed;

    StreamReader(Exchange exchange, LiveStream stream, HallView view) {
        this.exchange = exchange;
        this.stream = stream;
        this.view = view;
        this.loop = exchange.loop();
        this.response = exchange.request().response();
        this.viewer = Viewer.of(exchange.caller().orElseThrow());
    }

    void whenGone(Runnable what) {
        gone = what;
    }

    /** {@return once the reader has all that was before} */
    Future<Void> start() {
        response.setChunked(true)
                .setWriteQueueMaxSize(UNSENT_BYTES_MAX)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(end -> close());
        response.exceptionHandler(failure -> close());
        response.writeHead();
        lastSeen()
                .flatMap(index -> stream.since(index).map(missed -> catchUp(missed, index, 0)))
                .orElseGet(this::snapshot)
                .onFailure(failure -> cut());
        return Future.succeededFuture();
    }

    private Optional<Long> lastSeen() {
        String id = exchange.request().getHeader("Last-Event-ID");
        return Optional.ofNullable(id).flatMap(stream::index);
    }

    private Future<Void> snapshot() {
        return view.snapshot(exchange)
                .compose(
                        snapshot -> {
                            Buffer message =
                                    Buffer.buffer(
                                                    "event: snapshot\nid: "
                                                            + stream.id(snapshot.index())
                                                            + "\ndata: ")
                                            .appendBuffer(snapshot.json())
                                            .appendString("\n\n");
                            return response.write(message)
                                    .compose(sent -> goOn(snapshot.index(), snapshot.devices()));
                        });
    }

    private Future<Void> catchUp(List<Group> missed, long index, long devices) {
        if (missed.isEmpty()) {
            return goOn(index, devices);
        }
        Buffer all = Buffer.buffer();
        missed.forEach(group -> all.appendBuffer(text(group)));
        return write(all).compose(sent -> goOn(missed.getLast().index(), devices));
    }

    /** Reads along when little is missing; a slow reader first gets the rest, as it can take it. */
    private Future<Void> goOn(long index, long devices) {
        if (closed) {
            return Future.succeededFuture();
        }
        Optional<List<Group>> missed = stream.since(index);
        if (missed.isEmpty()) {
            return snapshot();
        }
        if (missed.get().size() > CATCH_UP_GROUPS_MAX) {
            return catchUp(missed.get(), index, devices);
        }
        along = true;
        seen = index;
        stream.join(this, index, devices).forEach(this::send);
        return Future.succeededFuture();
    }

    private Future<Void> write(Buffer text) {
        return text.length() == 0 ? Future.succeededFuture() : response.write(text);
    }

    @Override
    public void tell(Group group) {
        loop.runOnContext(any -> send(group));
    }

    @Override
    public void revoked(TokenId token) {
        if (exchange.caller().orElseThrow().id().equals(token)) {
            loop.runOnContext(any -> cut());
        }
    }

    /** Keeps proxies and browsers from taking a quiet hall for a dead one. */
    void comment() {
        loop.runOnContext(any -> sendText(Buffer.buffer(":\n\n")));
    }

    private void send(Group group) {
        if (group.isAfter(seen)) {
            seen = Math.max(seen, group.index());
            sendText(text(group));
        }
    }

    private void sendText(Buffer text) {
        if (closed || !along || text.length() == 0) {
            return;
        }
        if (response.writeQueueFull()) {
            cut();
            return;
        }
        response.write(text).onFailure(failure -> close());
    }

    private Buffer text(Group group) {
        return group.text(viewer);
    }

    private void cut() {
        close();
        exchange.request().connection().close();
    }

    private void close() {
        if (!closed) {
            closed = true;
            stream.leave(this);
            gone.run();
        }
    }
}
