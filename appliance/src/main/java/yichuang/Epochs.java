package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.Errand;
import yichuang.cluster.Fence;
import yichuang.cluster.Member;
import yichuang.cluster.PeerState;
import yichuang.hall.Epoch;
import yichuang.hall.NodeRole;

/**
 * Whether the hall has gone on without this node. Nodes tell each other the newest epoch they know
 * of; a voter whose log is of an older one is fenced: it stops, writes that down, and begins anew
 * as one that only answers questions.
 */
final class Epochs {
    private static final Logger LOG = Logger.getLogger(Epochs.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** One that answered while others are still being dialled need not be waited for longer. */
    private static final Duration AFTER_THE_FIRST = Duration.ofMillis(500);

    private static final int PULSES_BETWEEN_WORDS = 4;

    private final Neighbours neighbours;
    private final Applied applied;
    private final Path data;
    private final Vertx vertx;
    private final Promise<Void> over = Promise.promise();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private volatile Optional<Fence> fence;
    private volatile Runnable stop = () -> {};
    private int pulses;

    /**
     * @param fence what the data directory says
     */
    Epochs(Neighbours neighbours, Applied applied, Path data, Vertx vertx, Optional<Fence> fence) {
        this.neighbours = neighbours;
        this.applied = applied;
        this.data = data;
        this.vertx = vertx;
        this.fence = fence;
    }

    /** {@return how the hall goes on without this node} */
    Optional<Fence> fence() {
        return fence;
    }

    /** {@return when this node has been fenced while it ran, and must begin anew} */
    Future<Void> whenOver() {
        return over.future();
    }

    /** What ends this node's log at once; done when nothing is acknowledged any more. */
    void stopBy(Runnable closing) {
        stop = closing;
    }

    /** {@return the newest epoch that this node knows of} */
    Epoch newest() {
        Epoch own = applied.epoch();
        return fence.map(Fence::epoch).filter(one -> one.compareTo(own) > 0).orElse(own);
    }

    /** {@return the answer to another node's word, which is heard} */
    Future<byte[]> answer(Errand.TellEpoch told) {
        hear(told.epoch());
        return Future.succeededFuture(Errand.TellEpoch.answer(newest()));
    }

    /** Once a second: voters tell those that came up, and now and then everybody. */
    void pulse() {
        Set<String> up = new LinkedHashSet<>();
        for (PeerState peer : neighbours.states()) {
            if (peer.up()) {
                up.add(peer.node());
            }
        }
        asked.retainAll(up);
        if (++pulses % PULSES_BETWEEN_WORDS == 0) {
            asked.clear();
        }
        up.stream().filter(asked::add).forEach(this::tell);
    }

    private Future<Void> tell(String node) {
        return neighbours
                .send(node, new Errand.TellEpoch(newest()), DEADLINE)
                .compose(
                        bytes -> {
                            try {
                                hear(Errand.TellEpoch.answered(bytes));
                                return Future.<Void>succeededFuture();
                            } catch (IOException notAnEpoch) {
                                return Future.<Void>failedFuture(notAnEpoch);
                            }
                        });
    }

    /**
     * Waits for the word of others before this node serves, where it could serve alone: a voter
     * whose hall has satellites only may have been taken for dead.
     *
     * @param atMost how long nobody may be reached until it serves all the same
     */
    void hearBeforeServing(Duration atMost) {
        List<String> others = new ArrayList<>();
        for (Member member : neighbours.members()) {
            if (!member.node().equals(neighbours.self())) {
                if (member.role() == NodeRole.VOTER) {
                    return; // It leads nothing without a majority.
                }
                others.add(member.node());
            }
        }
        Set<String> answered = ConcurrentHashMap.newKeySet();
        long until = System.nanoTime() + atMost.toNanos();
        while (fence.isEmpty() && !answered.containsAll(others) && System.nanoTime() < until) {
            boolean first = answered.isEmpty();
            others.stream()
                    .filter(node -> neighbours.reaches(node) && asked.add(node))
                    .forEach(
                            node ->
                                    tell(node)
                                            .onSuccess(any -> answered.add(node))
                                            .onFailure(any -> asked.remove(node)));
            LockSupport.parkNanos(LOOK.toNanos());
            if (first && !answered.isEmpty()) {
                until = Math.min(until, System.nanoTime() + AFTER_THE_FIRST.toNanos());
            }
        }
    }

    private synchronized void hear(Epoch heard) {
        if (fence.isPresent() || !neighbours.several() || neighbours.isSatellite()) {
            return;
        }
        long own = neighbours.epoch();
        Epoch mine = applied.epoch();
        boolean twin = heard.number() == own && mine.number() == own && mine.compareTo(heard) < 0;
        if (heard.number() > own || twin) {
            Fence found = new Fence(heard);
            fence = Optional.of(found);
            vertx.<Void>executeBlocking(
                            () -> {
                                close(found);
                                return null;
                            },
                            false)
                    .onComplete(any -> over.tryComplete());
        }
    }

    /** Stops first: what is acknowledged behind this moment would be left behind. */
    private void close(Fence found) throws IOException {
        stop.run();
        found.keep(data);
        LOG.log(
                Level.SEVERE,
                "大厅已在 {0} 继续（第 {1} 期），本机不再办理。请用 --rejoin 重新启动。"
                        + " The hall goes on at {0} (epoch {1}); this node takes nothing more."
                        + " Start it with --rejoin.",
                new Object[] {found.node(), found.epoch().number()});
    }
}
