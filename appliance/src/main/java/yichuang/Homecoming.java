package yichuang;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.Errand;
import yichuang.cluster.IslandMark;
import yichuang.hall.HallNode;
import yichuang.hall.NodeRole;

/**
 * An island looks for its hall. It goes home when somebody says that he leads. A voter also goes
 * when it reaches so many voters that they and it could elect one: all of them may be islands,
 * after a switch failed, and then nobody leads until they take part again.
 */
final class Homecoming {
    private static final Logger LOG = Logger.getLogger(Homecoming.class.getName());
    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /**
     * How long a majority must have been there; a link that comes and goes is none. Twice as long
     * after each time that nobody led then: while a node looks for a leader it serves nobody.
     */
    private static final Duration MAJORITY_FOR = Duration.ofSeconds(2);

    private static final int DOUBLINGS_MAX = 6;

    private final Neighbours neighbours;
    private final Islands islands;
    private final Vertx vertx;
    private final CompletableFuture<Void> turn;
    private final Solitude company = new Solitude(System::nanoTime);
    private final AtomicBoolean going = new AtomicBoolean();

    /**
     * @param turn completed when this node is an island no longer and must begin anew
     */
    Homecoming(Neighbours neighbours, Islands islands, Vertx vertx, CompletableFuture<Void> turn) {
        this.neighbours = neighbours;
        this.islands = islands;
        this.vertx = vertx;
        this.turn = turn;
    }

    /** Once a second. */
    void look() {
        neighbours.others().stream()
                .filter(neighbours::reaches)
                .forEach(
                        node ->
                                neighbours
                                        .send(node, new Errand.Newest(), DEADLINE)
                                        .onSuccess(any -> goHome(node)));
        if (company.look(couldElect()).compareTo(majorityFor()) >= 0) {
            goHome("a majority");
        }
    }

    private Duration majorityFor() {
        int vain = islands.mark().map(IslandMark::vain).orElse(0);
        return MAJORITY_FOR.multipliedBy(1L << Math.min(vain, DOUBLINGS_MAX));
    }

    private boolean couldElect() {
        List<String> voters =
                neighbours.roster().stream()
                        .filter(node -> node.role() == NodeRole.VOTER)
                        .map(HallNode::id)
                        .map(id -> id.value())
                        .toList();
        long there =
                voters.stream()
                        .filter(name -> name.equals(neighbours.self()) || neighbours.reaches(name))
                        .count();
        return voters.contains(neighbours.self()) && there > voters.size() / 2;
    }

    /** What is acknowledged until the log is closed is in it, and goes home with the rest. */
    private void goHome(String toWhom) {
        if (!going.compareAndSet(false, true)) {
            return;
        }
        vertx.<Void>executeBlocking(
                        () -> {
                            islands.goHome();
                            return null;
                        },
                        false)
                .onSuccess(
                        any -> {
                            LOG.log(
                                    Level.INFO,
                                    "大厅又连上了（{0}），本机归队。 The hall is there again ({0});"
                                            + " this controller goes home.",
                                    toWhom);
                            turn.complete(null);
                        })
                .onFailure(
                        failure -> {
                            going.set(false);
                            LOG.log(Level.WARNING, "the way home is tried again", failure);
                        });
    }
}
