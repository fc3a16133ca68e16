package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.cluster.RequestHandler;
import yichuang.cluster.StampedAnswer;
import yichuang.cluster.feed.Telling;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.log.CommandLog;
import yichuang.web.PassedCalls;

/** What others ask of this node. */
final class Answers implements RequestHandler {
    /** A leader that cannot be sure in this time that it still leads, is none. */
    static final Duration NEWEST_DEADLINE = Duration.ofMillis(250);

    private final Leader leader;
    private final Asks asks;
    private final Epochs epochs;
    private final Authorities authorities;
    private final HallGrid grid;
    private final Promise<Renewals> renewals = Promise.promise();
    private final SharedRows rows;
    private final Timeliness timeliness;
    private final Promise<PassedCalls> calls = Promise.promise();
    private volatile Optional<Kept> kept = Optional.empty();

    /** A log, and what satellites are told of it. */
    private record Kept(CommandLog log, Telling telling) {}

    Answers(
            Leader leader,
            Asks asks,
            Epochs epochs,
            Authorities authorities,
            HallGrid grid,
            SharedRows rows,
            Timeliness timeliness) {
        this.leader = leader;
        this.asks = asks;
        this.epochs = epochs;
        this.authorities = authorities;
        this.grid = grid;
        this.rows = rows;
        this.timeliness = timeliness;
    }

    /** From now on certificates are renewed. */
    void answerWith(Renewals certificates) {
        renewals.complete(certificates);
    }

    /** From now on questions about the order of commands are answered. */
    void answerWith(CommandLog log, Telling telling) {
        kept = Optional.of(new Kept(log, telling));
    }

    /** From now on requests over HTTP are answered; those that came before wait. */
    void answerWith(PassedCalls passed) {
        calls.complete(passed);
    }

    @Override
    public Future<byte[]> answer(String from, byte[] bytes) {
        try {
            return switch (Errand.decode(bytes)) {
                case Errand.TellEpoch told -> epochs.answer(told);
                case Errand.GiveAuthority asked -> authorities.answer(from);
                case Errand.InTime inTime -> answer(inTime).map(StampedAnswer::encode);
                case Errand.Call late -> Future.failedFuture("a call shows a stamp");
                case Errand.Ask late -> Future.failedFuture("a command shows a stamp");
                case Errand.Newest newest -> newest();
                case Errand.Grid where -> grid.answer();
                case Errand.Feed feed ->
                        kept.map(one -> one.telling().answer(feed.question().getBytes()))
                                .map(Future::fromCompletionStage)
                                .orElseGet(() -> Future.failedFuture("this node keeps no log"));
                case Errand.Sign sign -> renewals.future().compose(one -> one.sign(from, sign));
                case Errand.Renew renew ->
                        renewals.future().compose(one -> one.now(renew.key())).map(new byte[0]);
                case Errand.Rows question -> rows.answer(from, question);
            };
        } catch (IOException | RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<StampedAnswer> answer(Errand.InTime inTime) {
        if (!timeliness.isInTime(inTime.stamp())) {
            return Future.succeededFuture(new StampedAnswer(timeliness.stamp(), Optional.empty()));
        }
        Future<byte[]> answer =
                switch (inTime.what()) {
                    case Errand.Call call -> answer(call).map(Called::encode);
                    case Errand.Ask ask -> asks.answer(ask);
                    default -> Future.failedFuture("nothing else has to come in time");
                };
        return answer.map(bytes -> new StampedAnswer(timeliness.stamp(), Optional.of(bytes)));
    }

    /** Has this node's own web server answer. */
    Future<Called> answer(Errand.Call call) {
        return calls.future().compose(passed -> passed.answer(call));
    }

    private Future<byte[]> newest() {
        return kept.map(
                        one ->
                                one.log()
                                        .confirm(NEWEST_DEADLINE)
                                        .thenCompose(sure -> leader.read(Answers::indexAndTime)))
                .map(Future::fromCompletionStage)
                .orElseGet(() -> Future.failedFuture("this node does not lead"));
    }

    private static byte[] indexAndTime(Reading reading) {
        Instant now = reading.now();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(reading.index())
                .putLong(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000)
                .array();
    }
}
