package yichuang.log;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Takes what the wire brings to the log's thread and to the present life. What comes while there is
 * none, or is no message, is dropped: Raft bears that.
 */
record Arrivals(LogThread thread, Supplier<Optional<RaftLife>> life)
        implements BiConsumer<NodeName, byte[]> {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    @Override
    public void accept(NodeName from, byte[] message) {
        try {
            thread.execute(() -> take(from, message));
        } catch (RejectedExecutionException closed) {
            return; // The log was closed meanwhile; nobody is left to take it.
        }
    }

    private void take(NodeName from, byte[] message) {
        try {
            Optional<RaftLife> sound = life.get().filter(RaftLife::sound);
            if (sound.isPresent()) {
                sound.get().handle(from, message);
            }
        } catch (IOException notAMessage) {
            JOURNAL.log(Level.WARNING, "from {0}: {1}", from.name(), notAMessage.getMessage());
        }
    }
}
