package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.web.Others.Place;

/**
 * What this node asks of others. Whoever was answered may ask again here at once, so an answer goes
 * on only when this node's own copy has what the answer tells of.
 */
final class Questions {
    private static final Duration CALL_DEADLINE = Duration.ofSeconds(3);
    private static final Duration COPY_DEADLINE = Duration.ofSeconds(1);
    private static final Duration ASK_DEADLINE = Duration.ofSeconds(2);
    private static final Duration COPY_PATIENCE = Duration.ofMillis(100);

    private final Neighbours neighbours;
    private final AskingInTime asking;
    private final AskingInTime askingLeader;
    private final Applied applied;
    private final HallTime time;
    private final Vertx vertx;

    Questions(
            Neighbours neighbours,
            Leadership leadership,
            Applied applied,
            HallTime time,
            Vertx vertx) {
        this.neighbours = neighbours;
        Stamps stamps = new Stamps(System::nanoTime);
        this.asking = new AskingInTime(neighbours::send, stamps, Prospect.OF_AN_OWNER, vertx);
        this.askingLeader =
                new AskingInTime(neighbours::send, stamps, Prospect.ofALeader(leadership), vertx);
        this.applied = applied;
        this.time = time;
        this.vertx = vertx;
    }

    /** {@return the leader's answer, which begins with the index that it had applied} */
    Future<byte[]> ask(String leads, Errand.Ask ask) {
        return askingLeader
                .ask(leads, ask, ASK_DEADLINE)
                .compose(
                        bytes ->
                                bytes.length < Long.BYTES
                                        ? Future.succeededFuture(bytes)
                                        : copied(ByteBuffer.wrap(bytes).getLong()).map(bytes));
    }

    /** Has another node answer a request over HTTP. */
    Future<Called> call(String node, Errand.Call call) {
        return asking.ask(node, call, CALL_DEADLINE).compose(this::called);
    }

    /** The same of the leader. */
    Future<Called> callLeader(String node, Errand.Call call) {
        return askingLeader.ask(node, call, CALL_DEADLINE).compose(this::called);
    }

    private Future<Called> called(byte[] bytes) {
        try {
            Called called = Called.decode(bytes);
            return copied(called.index()).map(called);
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> copied(long index) {
        return atMost(COPY_DEADLINE, applied.reached(index));
    }

    /**
     * {@return who is as new as the leader; a leader that does not say so in time may be none, and
     * then this copy is as good}
     */
    Future<Place> newest(Place.There there) {
        return neighbours
                .send(there.node(), new Errand.Newest(), Answers.NEWEST_DEADLINE)
                .onSuccess(this::hear)
                .compose(
                        bytes -> {
                            long index = ByteBuffer.wrap(bytes).getLong();
                            return atMost(COPY_PATIENCE, applied.reached(index))
                                    .<Place>map(
                                            any ->
                                                    applied.index() >= index
                                                            ? new Place.Here()
                                                            : there);
                        })
                .otherwise(new Place.Here());
    }

    /** The leader's time goes on here, should this node lead next. */
    private void hear(byte[] newest) {
        if (newest.length >= 2 * Long.BYTES) {
            long micros = ByteBuffer.wrap(newest).getLong(Long.BYTES);
            time.heard(
                    Instant.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000L),
                            Math.floorMod(micros, 1_000_000L) * 1_000));
        }
    }

    /** {@return when the future is done or the time is over} */
    Future<Void> atMost(Duration time, Future<Void> future) {
        if (future.isComplete()) {
            return future;
        }
        Promise<Void> over = Promise.promise();
        long timer = vertx.setTimer(time.toMillis(), any -> over.tryComplete());
        future.onComplete(
                any -> {
                    vertx.cancelTimer(timer);
                    over.tryComplete();
                });
        return over.future();
    }
}
