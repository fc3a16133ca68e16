package yichuang.web;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.hall.Answer;
import yichuang.hall.NodeRole;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;

/** The other nodes of the hall, as far as a request needs them. Every method is for any thread. */
public interface Others {

    /** Where a thing is to be done. */
    sealed interface Place {
        /** On this node. */
        record Here() implements Place {}

        /** On that one. */
        record There(String node) implements Place {}

        /** Nobody can do it just now. */
        record Nowhere() implements Place {}
    }

    /**
     * A node as the hall sees it.
     *
     * @param address where it listens for the others; empty while the hall is one node
     * @param lag commands that it has yet to get; only the leader knows
     * @param certificateUntil when its certificate ends; its own, else only the leader knows
     * @param clockOff how far its own clock is before the hall's time, behind when negative; only
     *     what NTP would not leave, and only of nodes in the grid
     */
    record NodeView(
            String id,
            NodeRole role,
            Standing standing,
            Optional<String> address,
            Optional<String> fault,
            Optional<Long> lag,
            Optional<Instant> certificateUntil,
            Optional<Duration> clockOff) {
        /** {@return the same node, standing otherwise} */
        public NodeView standing(Standing other) {
            return new NodeView(id, role, other, address, fault, lag, certificateUntil, clockOff);
        }

        /** {@return the same node, so many commands behind} */
        public NodeView behind(Optional<Long> commands) {
            return new NodeView(
                    id, role, standing, address, fault, commands, certificateUntil, clockOff);
        }
    }

    /** How a node stands with this one. */
    enum Standing {
        UP,
        DOWN,
        /** A voter that has not its vote yet. */
        JOINING,
        /** The hall has gone on without it, and it has not rejoined. */
        FENCED
    }

    /** {@return where changes are made: on the leader} */
    Place changes();

    /** {@return whether this node has the records: a satellite has none} */
    boolean keepsRecords();

    /** {@return whether this node is cut off and serves alone, by a log of its own} */
    boolean isIsland();

    /** {@return the node that leads, as far as this one knows} */
    Optional<String> leader();

    /** {@return where the node of this name is; nowhere while it cannot be reached} */
    Place node(String name);

    /** Has a node answer a request, this one too; fails with {@code RequestFailed}. */
    Future<Called> call(Place place, Errand.Call call);

    /**
     * {@return who may answer how the hall is: this node, once its copy holds everything that
     * anybody was answered before the call, or the leader when the copy is too far behind. When
     * nobody leads it is this node, whose copy is then as new as it gets. Never fails}
     */
    Future<Place> newest();

    /** {@return all nodes of the hall, this one included, in the order in which they came} */
    Future<List<NodeView>> look();

    /** {@return the same without asking anybody} */
    List<NodeView> nodes();

    /**
     * Makes this node a member of a hall of several nodes, if it is not one yet. Fails with words
     * for the administrator.
     */
    Future<Void> open();

    /**
     * Goes on with the hall at this node without its voters, when nobody leads.
     *
     * @param by in whose name
     * @param without every other voter, by name
     * @return what the hall says; when it agrees, this node begins anew a moment later. Fails with
     *     {@link NotNow}
     */
    Future<Answer> takeOver(TokenId by, Optional<RequestKey> key, List<String> without);

    /** Hands the leadership to another voter. */
    Future<Void> lead(String node);

    /**
     * Has a node renew its certificate now. Fails with a line that says why it has not.
     *
     * @param key the same one asks for the same renewal
     */
    Future<Void> renew(String node, String key);
}
