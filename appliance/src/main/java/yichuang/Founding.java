package yichuang;

import io.vertx.core.Future;
import java.util.Optional;
import yichuang.cluster.Member;
import yichuang.cluster.Membership;
import yichuang.hall.Command;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;

/** The node of a hall of one becomes the first member of a hall of several. */
final class Founding {
    private static final TokenId BY = new TokenId("founding");
    private static final int HEX = 16;

    private Founding() {}

    /** Has the hall know its founder, without a code. */
    static Future<Void> admit(Membership founded, Leader leader) {
        Member self = founded.members().getFirst();
        Command.AdmitNode admit =
                new Command.AdmitNode(
                        Optional.empty(),
                        new NodeId(self.node()),
                        self.role(),
                        self.address().toString(),
                        founded.identity().certificate().getSerialNumber().toString(HEX));
        return Future.fromCompletionStage(leader.ask(BY, Optional.empty(), admit)).mapEmpty();
    }
}
