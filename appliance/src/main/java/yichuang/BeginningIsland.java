package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.IslandMark;
import yichuang.hall.Answer;
import yichuang.hall.NodeId;
import yichuang.leader.IslandLog;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.log.LogLimits;

/**
 * A node that is cut off goes on with its own windows, from the hall as it knew it last, in a log
 * of its own. The one moment at which it becomes an island is when its mark is written; a power cut
 * before leaves the node as it was, and a log that nobody will open.
 */
final class BeginningIsland {
    private static final Logger LOG = Logger.getLogger(BeginningIsland.class.getName());

    private final Neighbours neighbours;
    private final Leader leader;
    private final Applied applied;
    private final Islands islands;
    private final LongSupplier recorded;
    private final Vertx vertx;
    private final CompletableFuture<Void> turn;
    private String said = "";
    private boolean underWay;

    /**
     * @param recorded an index that this node's records have passed
     * @param turn completed when this node is an island and must begin anew
     */
    BeginningIsland(
            Neighbours neighbours,
            Leader leader,
            Applied applied,
            Islands islands,
            LongSupplier recorded,
            Vertx vertx,
            CompletableFuture<Void> turn) {
        this.neighbours = neighbours;
        this.leader = leader;
        this.applied = applied;
        this.islands = islands;
        this.recorded = recorded;
        this.vertx = vertx;
        this.turn = turn;
    }

    /** Becomes an island, if it can; called again and again, from one thread. */
    void begin() {
        if (underWay || turn.isDone()) {
            return;
        }
        underWay = true;
        (islands.homeward() ? goOn() : plan().compose(this::write))
                .onComplete(
                        done -> {
                            underWay = false;
                            if (done.failed()) {
                                say(
                                        "这台控制器不能独立办理：%s This controller cannot serve alone: %s",
                                        done.cause());
                            }
                        });
    }

    private void say(String words, Throwable why) {
        String line = words.formatted(why.getMessage(), why.getMessage());
        if (!line.equals(said)) {
            said = line;
            LOG.log(Level.WARNING, line);
        }
    }

    /** An island whose log is not home yet goes on. */
    private Future<Void> goOn() {
        return vertx.executeBlocking(
                () -> {
                    islands.goOn();
                    turn.complete(null);
                    return null;
                },
                false);
    }

    /**
     * From what this node knows; of a voter whose log was read anew without the others, from its
     * disk: until a leader has told it what was agreed, its copy is as old as its last snapshot.
     */
    private Future<IslandLog> plan() {
        boolean satellite = neighbours.isSatellite();
        if (satellite && !applied.whenCaughtUp().isComplete()) {
            return Future.failedFuture(
                    "断网后才启动，没有大厅的数据。请接通网络。"
                            + " it was started after the cut and has nothing of the hall. Mend the network");
        }
        long known = satellite ? 0 : applied.known();
        return Future.fromCompletionStage(leader.read(reading -> fromCopy(reading, known)))
                .compose(
                        plan ->
                                plan.map(Future::succeededFuture)
                                        .orElseGet(
                                                () ->
                                                        vertx.executeBlocking(
                                                                this::fromDisk, false)));
    }

    /** {@return how it begins from the copy, if that has all commands up to one} */
    private Optional<IslandLog> fromCopy(Reading reading, long known) {
        return reading.index() < known
                ? Optional.empty()
                : Optional.of(
                        IslandLog.from(
                                reading.hall(),
                                new NodeId(neighbours.self()),
                                leader.log().term(),
                                reading.index(),
                                reading.now()));
    }

    private IslandLog fromDisk() throws IOException {
        return IslandLog.from(
                neighbours.logDirectory(),
                Math.max(applied.index(), recorded.getAsLong()),
                new NodeId(neighbours.self()),
                leader.log().term(),
                leader.clock().now());
    }

    private Future<Void> write(IslandLog plan) {
        if (plan.answer() instanceof Answer.Refused refused) {
            return Future.failedFuture(refused.why().toString());
        }
        return vertx.executeBlocking(
                () -> {
                    write(plan, neighbours.self());
                    return null;
                },
                false);
    }

    private void write(IslandLog plan, String self) throws IOException {
        plan.write(islands.log(plan.epoch()), self, LogLimits.STANDARD);
        islands.begin(
                new IslandMark(
                        plan.epoch(),
                        IslandMark.Phase.ALONE,
                        plan.term(),
                        plan.index(),
                        plan.at(),
                        0));
        LOG.log(
                Level.WARNING,
                "本机与大厅断开，独立办理（第 {0} 次孤岛）。"
                        + " This controller is cut off from the hall and serves alone (island {0}).",
                Long.toString(plan.epoch()));
        turn.complete(null);
    }
}
