package yichuang;

import io.vertx.core.Future;
import java.util.Optional;
import yichuang.cluster.RenewalDesk;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.HallNode;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;

/** The certificates that the hall's state knows its nodes by. */
final class RosterBooks implements RenewalDesk.Books {
    private static final TokenId BY = new TokenId("renewing");

    private final NewestHall hall;
    private final Asks asks;

    RosterBooks(NewestHall hall, Asks asks) {
        this.hall = hall;
        this.asks = asks;
    }

    @Override
    public Future<Optional<HallNode>> find(String node) {
        return hall.read(one -> one.findNode(new NodeId(node)));
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
