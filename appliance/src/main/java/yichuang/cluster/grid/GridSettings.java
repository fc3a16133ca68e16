package yichuang.cluster.grid;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Set;
import yichuang.cluster.NodeIdentity;

/**
 * Where a node's grid listens, as whom, and whom it does not believe. A grid keeps to what it was
 * opened with: another certificate or list needs another grid.
 *
 * @param host the hall's own interface, as an address; not 0.0.0.0, since the others are told of it
 * @param portFrom first port to try; two free ones of {@link #PORTS} from here on are used
 * @param identity whose certificate the event bus shows; the hall's id is the cluster's name
 * @param revoked serials of certificates that are nobody's any more
 * @param mergeEvery how often parts of the hall that went apart look for each other
 */
public record GridSettings(
        String host,
        int portFrom,
        NodeIdentity identity,
        Set<BigInteger> revoked,
        Duration mergeEvery) {
    /** How many ports are tried. */
    public static final int PORTS = 20;

    private static final Duration MERGE_EVERY = Duration.ofSeconds(5);

    public GridSettings {
        revoked = Set.copyOf(revoked);
    }

    public static GridSettings of(
            String host, int portFrom, NodeIdentity identity, Set<BigInteger> revoked) {
        return new GridSettings(host, portFrom, identity, revoked, MERGE_EVERY);
    }
}
