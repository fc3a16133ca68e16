package yichuang;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;
import yichuang.cluster.RenewalDesk;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.HallNode;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;
import yichuang.web.Others.Place;

/** The certificates that the hall's state knows its nodes by. */
final class RosterBooks implements RenewalDesk.Books {
    private static final TokenId BY = new TokenId("renewing");

    private final Leader leader;
    private final Supplier<Future<Place>> newest;
    private final Asks asks;

    /**
     * @param newest when this node's books are as new as anybody's
     */
    RosterBooks(Leader leader, Supplier<Future<Place>> newest, Asks asks) {
        this.leader = leader;
        this.newest = newest;
        this.asks = asks;
    }

    @Override
    public Future<Optional<HallNode>> find(String node) {
        return newest.get()
                .compose(
                        any ->
                                Future.fromCompletionStage(
                                        leader.read(
                                                reading ->
                                                        reading.hall()
                                                                .findNode(new NodeId(node)))));
    }

    @Override
    public Future<Void> move(HallNode node, String serial) {
        Command.MoveNode move = new Command.MoveNode(node.id(), node.address(), serial);
        return Future.fromCompletionStage(asks.ask(BY, Optional.empty(), move))
                .compose(
                        answer ->
                                answer instanceof Answer.Refused refused
                                        ? Future.failedFuture(
                                                new IllegalStateException(
                                                        String.valueOf(refused.why())))
                                        : Future.succeededFuture());
    }
}
