package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import yichuang.cluster.Errand;
import yichuang.cluster.RequestFailed;
import yichuang.cluster.StampedAnswer;

/**
 * Asks another node to do something soon or not at all. When it is not known what became of it, the
 * failure is told only once it cannot be done any more ({@link Timeliness}): whoever then asks
 * again, anywhere, with the same key, hears what truly is.
 */
final class AskingInTime {
    private static final int LOOK_MILLIS = 100;

    /** The way to another node. */
    @FunctionalInterface
    interface Way {
        Future<byte[]> send(String node, Errand errand, Duration deadline);
    }

    private final Way way;
    private final Stamps stamps;
    private final Function<String, Prospect> prospects;
    private final Vertx vertx;

    AskingInTime(Way way, Stamps stamps, Function<String, Prospect> prospects, Vertx vertx) {
        this.way = way;
        this.stamps = stamps;
        this.prospects = prospects;
        this.vertx = vertx;
    }

    /**
     * {@return the other node's answer; fails with {@link RequestFailed}}
     *
     * @param deadline longer than {@link Timeliness#ASKED_AT_MOST}
     */
    Future<byte[]> ask(String node, Errand what, Duration deadline) {
        return once(node, what, deadline)
                .compose(
                        answer ->
                                answer.map(Future::succeededFuture)
                                        .orElseGet(() -> again(node, what, deadline)));
    }

    /** With the stamp that came back. Late twice is a link that nobody should wait for. */
    private Future<byte[]> again(String node, Errand what, Duration deadline) {
        return once(node, what, deadline)
                .compose(
                        answer ->
                                answer.map(Future::succeededFuture)
                                        .orElseGet(
                                                () ->
                                                        Future.failedFuture(
                                                                RequestFailed.tooLate(node))));
    }

    private Future<Optional<byte[]>> once(String node, Errand what, Duration deadline) {
        Stamps.Held shown = stamps.of(node);
        Promise<Optional<byte[]>> answer = Promise.promise();
        Promise<Throwable> lost = Promise.promise();
        way.send(node, new Errand.InTime(shown.stamp(), what), deadline)
                .onSuccess(bytes -> hear(node, bytes, answer))
                .onFailure(
                        failure -> {
                            if (RequestFailed.isUnknown(failure)) {
                                lost.complete(failure);
                            } else {
                                answer.tryFail(failure);
                            }
                        });
        long look =
                vertx.setPeriodic(
                        LOOK_MILLIS,
                        any -> {
                            boolean lostNow = lost.future().isComplete();
                            Prospect prospect = prospects.apply(node);
                            if (prospect == Prospect.NONE
                                    || (stamps.isOver(shown)
                                            && (lostNow || prospect == Prospect.DIM))) {
                                answer.tryFail(
                                        lostNow
                                                ? lost.future().result()
                                                : RequestFailed.unanswered(node));
                            }
                        });
        return answer.future().onComplete(any -> vertx.cancelTimer(look));
    }

    private void hear(String node, byte[] bytes, Promise<Optional<byte[]>> answer) {
        try {
            StampedAnswer said = StampedAnswer.decode(bytes);
            stamps.gave(node, said.stamp());
            answer.tryComplete(said.answer());
        } catch (IOException e) {
            answer.tryFail(e);
        }
    }
}
