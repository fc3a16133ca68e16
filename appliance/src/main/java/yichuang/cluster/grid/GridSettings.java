package yichuang.cluster.grid;

import java.time.Duration;
import yichuang.cluster.NodeIdentity;

/**
 * Where a node's grid listens, and as whom.
 *
 * @param host the hall's own interface, as an address; not 0.0.0.0, since the others are told of it
 * @param portFrom first port to try; two free ones of {@link #PORTS} from here on are used
 * @param identity whose certificate the event bus shows; the hall's id is the cluster's name
 * @param mergeEvery how often parts of the hall that went apart look for each other
 */
public record GridSettings(String host, int portFrom, NodeIdentity identity, Duration mergeEvery) {
    /** How many ports are tried. */
    public static final int PORTS = 20;

    private static final Duration MERGE_EVERY = Duration.ofSeconds(5);

    public static GridSettings of(String host, int portFrom, NodeIdentity identity) {
        return new GridSettings(host, portFrom, identity, MERGE_EVERY);
    }
}
