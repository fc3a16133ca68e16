package yichuang;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import yichuang.cluster.Errand;
import yichuang.cluster.feed.Copy;
import yichuang.cluster.feed.LinkSource;
import yichuang.hall.Command;
import yichuang.hall.HallNode;
import yichuang.hall.NodeRole;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;

/**
 * A satellite's part: it follows what the voters have committed, and does what the hall's books say
 * of it. Fenced there, it says that it has rejoined; a voter there, it becomes one.
 */
final class Following {
    private static final TokenId REJOINING = new TokenId("rejoining");

    private final Neighbours neighbours;
    private final HallGrid grid;
    private final Applied applied;
    private final Asks asks;
    private final Vertx vertx;
    private final Runnable turn;
    private final AtomicBoolean turning = new AtomicBoolean();
    private volatile Optional<String> teller = Optional.empty();

    /**
     * @param turn called when this node has become a voter and must begin anew
     */
    Following(
            Neighbours neighbours,
            HallGrid grid,
            Applied applied,
            Asks asks,
            Vertx vertx,
            Runnable turn) {
        this.neighbours = neighbours;
        this.grid = grid;
        this.applied = applied;
        this.asks = asks;
        this.vertx = vertx;
        this.turn = turn;
    }

    /** Begins with an empty copy that fetches the hall's state. */
    void begin(Leader leader) throws IOException {
        Copy copy =
                leader.start(
                        machine ->
                                Copy.open(
                                        machine,
                                        new LinkSource(
                                                neighbours.link(),
                                                this::sources,
                                                Following::feed)));
        BiConsumer<String, byte[]> ear =
                (from, message) -> {
                    teller = Optional.of(from);
                    copy.hear(message);
                };
        neighbours.link().listen(ear);
        grid.listen(ear);
    }

    /** Who took the hall over says so before this copy knows that it is a voter. */
    private List<String> sources() {
        return Stream.concat(neighbours.voters().stream(), teller.stream())
                .filter(name -> !name.equals(neighbours.self()))
                .distinct()
                .toList();
    }

    private static byte[] feed(byte[] question) {
        return new Errand.Feed(Buffer.buffer(question)).encode();
    }

    /** Once a second while somebody else leads. */
    void pulse() {
        Optional<HallNode> self =
                neighbours.roster().stream()
                        .filter(node -> node.id().value().equals(neighbours.self()))
                        .findFirst();
        self.filter(HallNode::isFenced).ifPresent(this::rejoin);
        self.filter(node -> node.role() == NodeRole.VOTER).ifPresent(node -> vote());
    }

    /** Its log is aside; the hall may believe it again. */
    private void rejoin(HallNode self) {
        var unused = asks.ask(REJOINING, Optional.empty(), new Command.RejoinNode(self.id()));
    }

    /** The hall has given this satellite a vote: it begins anew, with an empty log. */
    private void vote() {
        if (neighbours.isSatellite()
                && neighbours.hasAuthority()
                && turning.compareAndSet(false, true)) {
            long epoch = applied.epoch().number();
            vertx.executeBlocking(
                            () -> {
                                neighbours.change(membership -> membership.voting(epoch));
                                return epoch;
                            },
                            false)
                    .onSuccess(any -> turn.run())
                    .onFailure(any -> turning.set(false));
        }
    }
}
