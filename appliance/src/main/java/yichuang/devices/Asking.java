package yichuang.devices;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;

/** How the devices ask the hall for something: through the leader, like everybody. */
public interface Asking {
    /** Completes when the command is on disk or refused; fails when the log takes none. */
    CompletionStage<Answer> ask(TokenId by, Optional<RequestKey> key, Command command);

    /** The same for whoever is next at the window; empty when nobody waits for it. */
    CompletionStage<Optional<Answer>> callNext(
            TokenId by, Optional<RequestKey> key, WindowId window);
}
