package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.cluster.IslandMark;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.HallNode;
import yichuang.hall.NodeId;
import yichuang.hall.NodeRole;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.hall.codec.Codec;
import yichuang.leader.Leader;
import yichuang.leader.StoredHall;
import yichuang.log.NextLog;
import yichuang.web.NotNow;
import yichuang.web.Others.Place;

/**
 * A node goes on with the hall when its voters are gone: from its own copy, under a new epoch, in a
 * log of its own. The one moment at which it becomes so is when its membership is written; a power
 * cut before leaves the node as it was, and the half of a log that nobody will open.
 */
final class TakingOver {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    /** By then the administrator has the answer. */
    private static final int ANSWERED_MILLIS = 300;

    private final Neighbours neighbours;
    private final Leader leader;
    private final Leadership leadership;
    private final Applied applied;
    private final Islands islands;
    private final Path data;
    private final Vertx vertx;
    private final CompletableFuture<Void> turn;
    private Optional<Future<Answer>> underWay = Optional.empty();

    /**
     * @param turn completed when this node has taken over and must begin anew
     */
    TakingOver(
            Neighbours neighbours,
            Leader leader,
            Leadership leadership,
            Applied applied,
            Islands islands,
            Path data,
            Vertx vertx,
            CompletableFuture<Void> turn) {
        this.neighbours = neighbours;
        this.leader = leader;
        this.leadership = leadership;
        this.applied = applied;
        this.islands = islands;
        this.data = data;
        this.vertx = vertx;
        this.turn = turn;
    }

    /** What is written: the state, what follows, and what the hall says to it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Plan(
            Answer answer, long epoch, int term, long index, byte[] state, byte[] first) {}

    /**
     * Goes on without the others.
     *
     * @param without every other voter, as the administrator named them
     * @return what the hall says; when it agrees, all is durable and this node begins anew a moment
     *     later. Fails with {@link NotNow}
     */
    synchronized Future<Answer> takeOver(
            TokenId by, Optional<RequestKey> key, List<String> without) {
        if (underWay.isPresent()) {
            return underWay.get();
        }
        Optional<NotNow> not = hindrance(without);
        if (not.isPresent()) {
            return Future.failedFuture(not.get());
        }
        Future<Answer> going =
                (islands.alone() ? planFromBefore(by, key, without) : planFromNow(by, key, without))
                        .compose(this::write);
        underWay = Optional.of(going);
        going.onComplete(
                done -> {
                    if (done.succeeded() && done.result() instanceof Answer.Agreed) {
                        vertx.setTimer(ANSWERED_MILLIS, any -> turn.complete(null));
                    } else {
                        forget();
                    }
                });
        return going;
    }

    private synchronized void forget() {
        underWay = Optional.empty();
    }

    private Optional<NotNow> hindrance(List<String> without) {
        boolean led =
                leadership.name().isPresent() || !(leadership.changes() instanceof Place.Nowhere);
        if (led && !islands.alone()) {
            return Optional.of(
                    new NotNow("take-over.led", leadership.name().orElse(neighbours.self())));
        }
        if (!applied.whenCaughtUp().isComplete()) {
            return Optional.of(new NotNow("take-over.empty", neighbours.self()));
        }
        List<String> voters =
                neighbours.roster().stream()
                        .filter(node -> node.role() == NodeRole.VOTER)
                        .map(HallNode::id)
                        .map(NodeId::value)
                        .filter(name -> !name.equals(neighbours.self()))
                        .toList();
        return voters.stream()
                .filter(neighbours::reaches)
                .findFirst()
                .map(voter -> new NotNow("take-over.voter-there", voter))
                .or(
                        () ->
                                without.isEmpty()
                                        ? Optional.of(
                                                new NotNow(
                                                        "take-over.how", String.join(", ", voters)))
                                        : Optional.empty());
    }

    /** From the copy, or from the disk of a voter whose copy has not all that its log has. */
    private Future<Plan> planFromNow(TokenId by, Optional<RequestKey> key, List<String> without) {
        long known = neighbours.isSatellite() ? 0 : applied.known();
        return Future.fromCompletionStage(
                        leader.read(
                                reading ->
                                        reading.index() < known
                                                ? Optional.<Plan>empty()
                                                : Optional.of(
                                                        plan(
                                                                reading.hall(),
                                                                leader.log().term(),
                                                                reading.index(),
                                                                reading.now(),
                                                                by,
                                                                key,
                                                                without))))
                .compose(
                        plan ->
                                plan.map(Future::succeededFuture)
                                        .orElseGet(
                                                () ->
                                                        planFromDisk(
                                                                leader.log().term(),
                                                                by,
                                                                key,
                                                                without)));
    }

    private Future<Plan> planFromDisk(
            int term, TokenId by, Optional<RequestKey> key, List<String> without) {
        Instant now = leader.clock().now();
        return vertx.executeBlocking(
                () -> {
                    StoredHall.Read all =
                            StoredHall.upTo(neighbours.logDirectory(), Long.MAX_VALUE);
                    return plan(all.hall(), term, all.index(), now, by, key, without);
                },
                false);
    }

    /**
     * An island goes on from the hall as it was at the cut, of a voter from all that its disk has
     * of it; what it did meanwhile comes home to that log like that of any island.
     */
    private Future<Plan> planFromBefore(
            TokenId by, Optional<RequestKey> key, List<String> without) {
        IslandMark mark = islands.mark().orElseThrow();
        if (!neighbours.isSatellite()) {
            return planFromDisk(mark.term(), by, key, without);
        }
        Instant now = leader.clock().now();
        return vertx.executeBlocking(
                () -> {
                    Hall hall = StoredHall.at(islands.log(mark.epoch()), mark.index());
                    return plan(hall, mark.term(), mark.index(), now, by, key, without);
                },
                false);
    }

    private Plan plan(
            Hall hall,
            int term,
            long index,
            Instant now,
            TokenId by,
            Optional<RequestKey> key,
            List<String> without) {
        long epoch = hall.epoch().number() + 1;
        Entry entry =
                new Entry(
                        now.isAfter(hall.at()) ? now : hall.at(),
                        by,
                        key,
                        new Command.TakeOver(
                                new NodeId(neighbours.self()),
                                epoch,
                                without.stream().map(NodeId::new).toList(),
                                term,
                                index));
        return new Plan(
                hall.check(entry), epoch, term, index, hall.snapshot(), ENTRIES.encode(entry));
    }

    private Future<Answer> write(Plan plan) {
        if (!(plan.answer() instanceof Answer.Agreed)) {
            return Future.succeededFuture(plan.answer());
        }
        return vertx.executeBlocking(
                () -> {
                    write(plan, neighbours.self());
                    return plan.answer();
                },
                false);
    }

    private void write(Plan plan, String self) throws IOException {
        NextLog.make(
                Neighbours.logDirectory(data, plan.epoch()),
                self,
                plan.term(),
                plan.index(),
                plan.state(),
                plan.first());
        if (islands.alone()) {
            islands.goHome();
        }
        neighbours.change(membership -> membership.takingOver(plan.epoch()));
    }
}
