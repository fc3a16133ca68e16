package yichuang;

import io.vertx.core.Future;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yichuang.cluster.Invitation;
import yichuang.cluster.Invitations;
import yichuang.cluster.Member;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.NodeCode;
import yichuang.hall.NodeId;
import yichuang.hall.Refusal;
import yichuang.hall.TokenId;
import yichuang.leader.HallClock;

/** The codes that the hall's state holds. */
final class RosterInvitations implements Invitations {
    private static final TokenId BY = new TokenId("joining");
    private static final int HEX = 16;

    private final NewestHall hall;
    private final HallClock clock;
    private final Asks asks;

    RosterInvitations(NewestHall hall, HallClock clock, Asks asks) {
        this.hall = hall;
        this.clock = clock;
        this.asks = asks;
    }

    @Override
    public Future<Optional<Invitation>> find(String id) {
        return hall.read(one -> one.findNodeCode(id)).map(code -> code.map(this::invitation));
    }

    /** The hall counts by its own clock, a certificate by the machine's. */
    private Invitation invitation(NodeCode code) {
        Duration left = Duration.between(clock.now(), code.until());
        return new Invitation(
                code.id(),
                code.proofKey(),
                code.node().value(),
                code.role(),
                Instant.now().plus(left),
                code.used());
    }

    @Override
    public Future<Use> use(Invitation invitation, Member joining, BigInteger serial) {
        Command.AdmitNode admit =
                new Command.AdmitNode(
                        Optional.of(invitation.id()),
                        new NodeId(joining.node()),
                        joining.role(),
                        joining.address().toString(),
                        serial.toString(HEX));
        return Future.fromCompletionStage(asks.ask(BY, Optional.empty(), admit))
                .compose(RosterInvitations::use);
    }

    private static Future<Use> use(Answer answer) {
        return switch (answer) {
            case Answer.Agreed agreed -> Future.succeededFuture(Use.JOINED);
            case Answer.Repeated repeated -> Future.succeededFuture(Use.JOINED);
            case Answer.Refused refused ->
                    refused.why() instanceof Refusal.NodeCodeUsed
                            ? Future.succeededFuture(Use.USED_BEFORE)
                            : Future.failedFuture(
                                    new IllegalStateException(String.valueOf(refused.why())));
        };
    }
}
