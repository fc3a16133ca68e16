package yichuang.storm;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.leader.Reading;
import yichuang.log.LogState.Condition;
import yichuang.storm.Asker.Request;

/**
 * Requests by way of a node, as in a hall whose windows and kiosks hang on one: it does them itself
 * when it leads or is an island, else it passes them to the leader. An answer goes on only when the
 * node's own copy has what the answer tells of.
 */
final class Questions {
    private static final Duration COPY_LOOK = Duration.ofMillis(20);
    private static final int COPY_LOOKS = 50;

    private final Storm storm;

    Questions(Storm storm) {
        this.storm = storm;
    }

    private static IllegalStateException nobody() {
        return new IllegalStateException("nobody leads");
    }

    /** {@return the way of requests that people ask at the node} */
    Way of(Node node, Running running) {
        return new Way(node, running, false);
    }

    /** {@return the way of the node's own requests, which also goes when it is on its way home} */
    Way ownOf(Node node, Running running) {
        return new Way(node, running, true);
    }

    /** From one life of a node's process. */
    final class Way {
        private final Node node;
        private final Running running;
        private final boolean own;

        Way(Node node, Running running, boolean own) {
            this.node = node;
            this.running = running;
            this.own = own;
        }

        /** Asks; {@code told} hears an answer or a failure, or nothing when a message was lost. */
        <T> void ask(
                Request<T> request,
                TokenId token,
                Optional<RequestKey> key,
                BiConsumer<T, Throwable> told) {
            if (!own && node.severed().homeward()) {
                told.accept(null, nobody());
            } else if (running.log().state().leading()) {
                var unused =
                        request.at(running, token, key)
                                .whenComplete((answer, failure) -> here(answer, failure, told));
            } else if (running.log().state().condition()
                    instanceof Condition.Following(String leader)) {
                pass(storm.node(leader), request, token, key, told);
            } else {
                told.accept(null, nobody());
            }
        }

        private <T> void here(T answer, Throwable failure, BiConsumer<T, Throwable> told) {
            if (node.runs(running)) {
                told.accept(answer, failure);
            }
        }

        private <T> void pass(
                Node leader,
                Request<T> request,
                TokenId token,
                Optional<RequestKey> key,
                BiConsumer<T, Throwable> told) {
            storm.network()
                    .errand(
                            node,
                            leader,
                            () -> {
                                Running there = leader.running().orElseThrow();
                                if (there.island() || !there.log().state().leading()) {
                                    back(leader, 0, null, nobody(), told);
                                    return;
                                }
                                var unused =
                                        request.at(there, token, key)
                                                .whenComplete(
                                                        (answer, failure) ->
                                                                answered(
                                                                        leader, there, answer,
                                                                        failure, told));
                            });
        }

        private <T> void answered(
                Node leader,
                Running there,
                T answer,
                Throwable failure,
                BiConsumer<T, Throwable> told) {
            if (leader.runs(there)) {
                var unused =
                        there.leader()
                                .read(Reading::index)
                                .thenAccept(index -> back(leader, index, answer, failure, told));
            }
        }

        private <T> void back(
                Node leader,
                long index,
                T answer,
                Throwable failure,
                BiConsumer<T, Throwable> told) {
            storm.network()
                    .errand(
                            leader,
                            node,
                            () -> copied(index, COPY_LOOKS, () -> here(answer, failure, told)));
        }

        private void copied(long index, int looks, Runnable then) {
            if (!node.runs(running)) {
                return;
            }
            if (running.log().state().committedIndex() >= index) {
                then.run();
            } else if (looks > 0) {
                node.later(COPY_LOOK, () -> copied(index, looks - 1, then));
            }
        }
    }
}
