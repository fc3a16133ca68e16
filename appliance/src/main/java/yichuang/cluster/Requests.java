package yichuang.cluster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The requests to one peer that have no answer yet: bounded in number and bytes, each with its
 * deadline. A connection that ends fails those it carried, since nobody knows whether they were
 * done; those not yet sent wait for the next connection. Any thread.
 */
final class Requests {
    private static final AtomicLong NUMBERS = new AtomicLong();
    private final Vertx vertx;
    private final LinkLimits limits;
    private final String peer;
    private final Map<Long, Request> open = new HashMap<>();
    private int bytes;

    Requests(Vertx vertx, LinkLimits limits, String peer) {
        this.vertx = vertx;
        this.limits = limits;
        this.peer = peer;
    }

    /**
     * Takes a request in, if the bounds allow.
     *
     * @param answer fails at the deadline, whatever happens
     * @return empty when it was refused: the answer has failed then
     */
    Optional<Request> take(byte[] content, Duration deadline, Promise<byte[]> answer) {
        Request request = new Request(NUMBERS.incrementAndGet(), content, answer);
        synchronized (this) {
            if (open.size() >= limits.requestsMax()
                    || bytes + request.bytes() > limits.requestBytesMax()) {
                request.unanswered(
                        "%d requests wait for %s already; ask again later"
                                .formatted(open.size(), peer));
                return Optional.empty();
            }
            open.put(request.number(), request);
            bytes += request.bytes();
        }
        long timer =
                vertx.setTimer(
                        Math.max(1, deadline.toMillis()),
                        _ ->
                                request.unanswered(
                                        "%s did not answer within %d ms"
                                                .formatted(peer, deadline.toMillis())));
        Future<byte[]> done = answer.future();
        done.onComplete(
                _ -> {
                    vertx.cancelTimer(timer);
                    over(request);
                });
        return Optional.of(request);
    }

    private synchronized void over(Request request) {
        if (open.remove(request.number(), request)) {
            bytes -= request.bytes();
        }
    }

    /** {@return the open request of a number; a late answer finds none} */
    synchronized Optional<Request> find(long number) {
        return Optional.ofNullable(open.get(number));
    }

    void connectionEnded() {
        all().stream()
                .filter(Request::wasSent)
                .forEach(request -> request.unanswered("The connection to " + peer + " ended"));
    }

    void end() {
        all().forEach(request -> request.unanswered("The link to " + peer + " was closed"));
    }

    private synchronized List<Request> all() {
        return List.copyOf(open.values());
    }
}
