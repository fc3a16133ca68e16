package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.IslandMark;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Hall;
import yichuang.hall.IslandBatches;
import yichuang.hall.IslandEntry;
import yichuang.hall.JoinedIsland;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;
import yichuang.leader.IslandLog;
import yichuang.leader.Leader;

/**
 * A node that was an island brings home what happened on it: all of its log, cut into batches, each
 * asked of whoever leads until the hall and this node's copy of it have it. Then it says that it is
 * no longer cut off. A node that was cut off and was no island only says that. Everything may be
 * asked twice, so whatever is lost on the way is simply asked again.
 */
final class BringingHome {
    private static final Logger LOG = Logger.getLogger(BringingHome.class.getName());
    private static final TokenId BY = new TokenId("island");

    /** A quarter of what one command may have, and some hundred entries: soon applied. */
    private static final int BATCH_BYTES_MAX = 256 << 10;

    private final NodeId self;
    private final Leader leader;
    private final Asks asks;
    private final Applied applied;
    private final Islands islands;
    private final Vertx vertx;
    private boolean underWay;
    private String said = "";

    BringingHome(
            String self, Leader leader, Asks asks, Applied applied, Islands islands, Vertx vertx) {
        this.self = new NodeId(self);
        this.leader = leader;
        this.asks = asks;
        this.applied = applied;
        this.islands = islands;
        this.vertx = vertx;
    }

    /** Where the hall is with this node, by this node's copy. */
    private record Known(boolean away, long epoch, long sequence) {
        static Known of(Hall hall, NodeId self) {
            Optional<JoinedIsland> island = hall.findIsland(self);
            return new Known(
                    hall.isAway(self),
                    island.map(JoinedIsland::epoch).orElse(0L),
                    island.map(JoinedIsland::sequence).orElse(0L));
        }

        /** {@return up to where the hall has an island} */
        long joined(long island) {
            return epoch > island ? Long.MAX_VALUE : epoch == island ? sequence : 0;
        }
    }

    /** Once a second, from one thread, while somebody leads. */
    void look() {
        if (underWay || !applied.whenCaughtUp().isComplete()) {
            return;
        }
        underWay = true;
        Future.fromCompletionStage(leader.read(reading -> Known.of(reading.hall(), self)))
                .compose(
                        known ->
                                islands.mark()
                                        .map(mark -> bringHome(mark, known))
                                        .orElseGet(() -> known.away() ? back() : nothing()))
                .onComplete(
                        done -> {
                            underWay = false;
                            if (done.failed()) {
                                say(done.cause().toString());
                            }
                        });
    }

    private void say(String why) {
        if (!why.equals(said)) {
            said = why;
            LOG.log(
                    Level.WARNING,
                    "孤岛期间的登记还没有全部归入大厅，会继续：{0}"
                            + " What this controller did as an island is not all in the hall yet;"
                            + " it is tried again: {0}",
                    why);
        }
    }

    private static Future<Void> nothing() {
        return Future.succeededFuture();
    }

    private Future<Void> bringHome(IslandMark mark, Known known) {
        return vertx.executeBlocking(
                        () -> IslandLog.entries(islands.log(mark.epoch()), mark.index()), false)
                .compose(
                        all -> {
                            long joined = known.joined(mark.epoch());
                            List<IslandEntry> rest =
                                    all.stream()
                                            .filter(entry -> entry.sequence() > joined)
                                            .toList();
                            return join(IslandBatches.of(self, mark.epoch(), rest, BATCH_BYTES_MAX))
                                    .compose(any -> settle(mark, all));
                        });
    }

    private Future<Void> join(List<Command.JoinIsland> batches) {
        Future<Void> done = Future.succeededFuture();
        for (Command.JoinIsland batch : batches) {
            done = done.compose(any -> ask(batch));
        }
        return done;
    }

    private Future<Void> back() {
        return ask(new Command.EndCutOff(self));
    }

    private Future<Void> ask(Command command) {
        return Future.fromCompletionStage(asks.ask(BY, Optional.empty(), command))
                .compose(
                        answer ->
                                answer instanceof Answer.Refused refused
                                        ? Future.failedFuture(refused.why().toString())
                                        : Future.succeededFuture());
    }

    /**
     * The log is needed until this node's own copy of the hall has all of it. Only then, at the
     * next look, the cut-off ends, and the hall may call who waits of the island: were this node
     * cut off again in between, it would begin another island, which knows whom it gave away.
     */
    private Future<Void> settle(IslandMark mark, List<IslandEntry> all) {
        long last = all.isEmpty() ? 0 : all.getLast().sequence();
        return Future.fromCompletionStage(leader.read(reading -> Known.of(reading.hall(), self)))
                .compose(
                        known ->
                                known.joined(mark.epoch()) < last
                                        ? nothing()
                                        : vertx.executeBlocking(() -> end(mark, last), false));
    }

    private Void end(IslandMark mark, long last) throws IOException {
        islands.end();
        LOG.log(
                Level.INFO,
                "第 {0} 次孤岛的 {1} 条登记已归入大厅。 All {1} entries of island {0} are in the hall.",
                new Object[] {Long.toString(mark.epoch()), Long.toString(last)});
        return null;
    }
}
