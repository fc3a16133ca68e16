package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import yichuang.cluster.Errand;
import yichuang.hall.HallNode;
import yichuang.hall.NodeRole;

/**
 * Who can let nodes in: every voter, and the stand-by of a lone one. The stand-by is the satellite
 * that came first; it gets the sealed authority while there is still somebody to give it, since it
 * may have to be the voter one day. No other satellite does: whoever steals one of those, with the
 * hall key on it, can be revoked and makes no certificates.
 */
final class Authorities {
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Neighbours neighbours;
    private final Vertx vertx;
    private final AtomicBoolean asking = new AtomicBoolean();

    Authorities(Neighbours neighbours, Vertx vertx) {
        this.neighbours = neighbours;
        this.vertx = vertx;
    }

    /** {@return whether a node is to have the authority, by the hall's books} */
    static boolean isDue(String name, List<HallNode> roster) {
        List<HallNode> voters =
                roster.stream().filter(node -> node.role() == NodeRole.VOTER).toList();
        Optional<HallNode> standBy =
                roster.stream()
                        .filter(node -> node.role() == NodeRole.SATELLITE && !node.isFenced())
                        .findFirst();
        return voters.stream().anyMatch(node -> node.id().value().equals(name))
                || (voters.size() == 1
                        && standBy.filter(node -> node.id().value().equals(name)).isPresent());
    }

    /** Once a second: asks whoever has it, when it is due and not here. */
    void pulse() {
        if (!isDue(neighbours.self(), neighbours.roster())
                || neighbours.hasAuthority()
                || !asking.compareAndSet(false, true)) {
            return;
        }
        ask(neighbours.roster().stream()
                        .map(node -> node.id().value())
                        .filter(neighbours::reaches)
                        .toList())
                .onComplete(any -> asking.set(false));
    }

    private Future<Void> ask(List<String> nodes) {
        if (nodes.isEmpty()) {
            return Future.succeededFuture();
        }
        return neighbours
                .send(nodes.getFirst(), new Errand.GiveAuthority(), DEADLINE)
                .compose(
                        given ->
                                vertx.<Void>executeBlocking(
                                        () -> {
                                            neighbours.keepAuthority(given);
                                            neighbours.openDoor();
                                            return null;
                                        },
                                        false))
                .recover(failure -> ask(nodes.subList(1, nodes.size())));
    }

    /** {@return the sealed authority, for a node to which it is due} */
    Future<byte[]> answer(String from) {
        if (!neighbours.hasAuthority() || !isDue(from, neighbours.roster())) {
            return Future.failedFuture("the authority is not for " + from);
        }
        return vertx.executeBlocking(neighbours::authority, false);
    }
}
