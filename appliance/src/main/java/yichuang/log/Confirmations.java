package yichuang.log;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import yichuang.log.LogUnavailable.Outcome;

/**
 * Those who wait to hear that this node still leads. MicroRaft 0.7 keeps to no time there, tells
 * nobody when its life ends, and loses a question that is asked while it answers one; so each has
 * its bound here, and hears its answer as a task of its own. On the log's thread only.
 */
final class Confirmations {
    private final CommandLog log;
    private final Set<Asking> waiting = new LinkedHashSet<>();

    /** One of them. */
    private static final class Asking {
        private final CompletableFuture<Void> answer;

        Asking(CompletableFuture<Void> answer) {
            this.answer = answer;
        }
    }

    Confirmations(CommandLog log) {
        this.log = log;
    }

    void ask(CompletableFuture<Void> answer, Duration atMost) {
        RaftLife life;
        try {
            life = log.leading();
        } catch (LogUnavailable refused) {
            answer.completeExceptionally(refused);
            return;
        }
        Asking asking = new Asking(answer);
        waiting.add(asking);
        log.thread().schedule(() -> refuse(asking), atMost);
        var unused =
                life.confirm()
                        .whenComplete(
                                (sure, failure) -> later(() -> told(asking, failure == null)));
    }

    /** After a close nobody waits any more. */
    private void later(Runnable task) {
        try {
            log.thread().execute(task);
        } catch (RejectedExecutionException closed) {
            return;
        }
    }

    private void told(Asking asking, boolean sure) {
        if (!sure) {
            refuse(asking);
        } else if (waiting.remove(asking)) {
            asking.answer.complete(null);
        }
    }

    private void refuse(Asking asking) {
        if (waiting.remove(asking)) {
            asking.answer.completeExceptionally(
                    LogUnavailable.in(log.condition(), Outcome.NOT_WRITTEN));
        }
    }

    /** The life that was asked has ended. */
    void refuseAll() {
        List.copyOf(waiting).forEach(this::refuse);
    }
}
