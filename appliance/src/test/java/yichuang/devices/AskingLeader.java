package yichuang.devices;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.leader.Leader;

/** The devices of a hall of one node ask its leader. */
public record AskingLeader(Leader leader) implements Asking {
    @Override
    public CompletionStage<Answer> ask(TokenId by, Optional<RequestKey> key, Command command) {
        return leader.ask(by, key, command);
    }

    @Override
    public CompletionStage<Optional<Answer>> callNext(
            TokenId by, Optional<RequestKey> key, WindowId window) {
        return leader.callNext(by, key, window);
    }
}
