package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.IslandMark;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.JoinedIsland;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;
import yichuang.hall.codec.Codec;
import yichuang.leader.Leader;
import yichuang.log.NextLog;

/**
 * A node that is cut off goes on with its own windows, from the hall as it knew it last, in a log
 * of its own. The one moment at which it becomes an island is when its mark is written; a power cut
 * before leaves the node as it was, and a log that nobody will open.
 */
final class BeginningIsland {
    private static final Logger LOG = Logger.getLogger(BeginningIsland.class.getName());
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);
    private static final TokenId BY = new TokenId("island");

    private final Neighbours neighbours;
    private final Leader leader;
    private final Applied applied;
    private final Islands islands;
    private final Vertx vertx;
    private final CompletableFuture<Void> turn;
    private String said = "";
    private boolean underWay;

    /**
     * @param turn completed when this node is an island and must begin anew
     */
    BeginningIsland(
            Neighbours neighbours,
            Leader leader,
            Applied applied,
            Islands islands,
            Vertx vertx,
            CompletableFuture<Void> turn) {
        this.neighbours = neighbours;
        this.leader = leader;
        this.applied = applied;
        this.islands = islands;
        this.vertx = vertx;
        this.turn = turn;
    }

    /** What is written: the hall, what follows, and what the hall says to it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Plan(
            Answer answer,
            long epoch,
            int term,
            long index,
            Instant at,
            byte[] state,
            byte[] first) {}

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

    /** From what this node knows; of a voter that came up without the others, from its disk. */
    private Future<Plan> plan() {
        if (applied.whenCaughtUp().isComplete()) {
            return Future.fromCompletionStage(
                    leader.read(reading -> plan(reading.hall(), reading.index(), reading.now())));
        }
        if (neighbours.isSatellite()) {
            return Future.failedFuture(
                    "断网后才启动，没有大厅的数据。请接通网络。"
                            + " it was started after the cut and has nothing of the hall. Mend the network");
        }
        Instant now = leader.clock().now();
        return vertx.executeBlocking(
                () -> {
                    StoredHall.Read stored = StoredHall.newest(neighbours.logDirectory());
                    Instant at = stored.hall().at();
                    return plan(stored.hall(), stored.index(), at.isAfter(now) ? at : now);
                },
                false);
    }

    private Plan plan(Hall hall, long index, Instant at) {
        NodeId self = new NodeId(neighbours.self());
        long epoch = hall.findIsland(self).map(JoinedIsland::epoch).orElse(0L) + 1;
        Entry entry = new Entry(at, BY, Optional.empty(), new Command.BeginIsland(self, epoch));
        return new Plan(
                hall.check(entry),
                epoch,
                leader.log().term(),
                index,
                at,
                hall.snapshot(),
                ENTRIES.encode(entry));
    }

    private Future<Void> write(Plan plan) {
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

    private void write(Plan plan, String self) throws IOException {
        NextLog.make(
                islands.log(plan.epoch()),
                self,
                plan.term(),
                plan.index(),
                plan.state(),
                plan.first());
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
