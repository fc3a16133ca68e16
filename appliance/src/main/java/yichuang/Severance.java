package yichuang;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import yichuang.leader.Leader;
import yichuang.web.Others.Place;

/**
 * What a node does about being cut off. Without a leader for 15 s it goes on alone, as an island;
 * when the hall is there again it brings home what it did; and a leader has the hall know whom it
 * cannot reach.
 */
final class Severance {
    /**
     * How long nobody leads, as this node knows; that a leader is gone it knows 3 s after its last
     * word.
     */
    private static final Duration ALONE_AFTER = Duration.ofSeconds(12);

    private final Leadership leadership;
    private final Islands islands;
    private final CutOffs cutOffs;
    private final BeginningIsland beginning;
    private final BringingHome bringingHome;
    private final Homecoming homecoming;
    private final Solitude solitude = new Solitude(System::nanoTime);

    /**
     * @param recorded an index that this node's records have passed
     * @param turn completed when this node must begin anew, as an island or as one no longer
     */
    Severance(
            Neighbours neighbours,
            Leader leader,
            Leadership leadership,
            Asks asks,
            Applied applied,
            Islands islands,
            LongSupplier recorded,
            Vertx vertx,
            CompletableFuture<Void> turn) {
        this.leadership = leadership;
        this.islands = islands;
        this.cutOffs = new CutOffs(neighbours, leader);
        this.beginning =
                new BeginningIsland(neighbours, leader, applied, islands, recorded, vertx, turn);
        this.bringingHome =
                new BringingHome(neighbours.self(), leader, asks, applied, islands, vertx);
        this.homecoming = new Homecoming(neighbours, islands, vertx, turn);
    }

    /** {@return whether this node is an island, by its disk} */
    boolean alone() {
        return islands.alone();
    }

    /**
     * {@return whether what this node did as an island is not in the hall yet} Until then nobody
     * may act here: the hall does not know yet how this node's windows stand.
     */
    boolean homeward() {
        return islands.homeward();
    }

    /** Once a second of a node that takes part in the hall. */
    void look() {
        boolean nobody = leadership.changes() instanceof Place.Nowhere;
        cutOffs.look(leadership.here());
        if (solitude.look(nobody).compareTo(ALONE_AFTER) >= 0) {
            beginning.begin();
        } else if (!nobody) {
            bringingHome.look();
        }
    }

    /** Once a second of an island. */
    void lookForTheHall() {
        homecoming.look();
    }
}
