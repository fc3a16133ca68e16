package yichuang.storm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.storm.Node.Running;

/**
 * A client: asks one node, and when that does not answer or does not lead, the next one, under the
 * same key, until it has an answer. The answer may get lost, too.
 */
final class Asker {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Storm storm;
    private final TokenId token;
    private int node;
    private int keys;

    /** A request, at the node that was asked; a failed future sends the client on. */
    interface Request<T> {
        CompletableFuture<T> at(Running running, TokenId token, Optional<RequestKey> key);
    }

    Asker(Storm storm, String name) {
        this.storm = storm;
        token = new TokenId(name);
        node = storm.chance().nextInt(storm.nodes().size());
    }

    /**
     * Asks until there is an answer.
     *
     * @param told the answer, and when it was first asked for
     */
    <T> void ask(Request<T> request, BiConsumer<T, Long> told) {
        RequestKey key = new RequestKey(token, token + "-" + keys++, "0");
        storm.asked();
        new Question<>(request, Optional.of(key), storm.scheduler().now(), told).attempt();
    }

    private final class Question<T> {
        private final Request<T> request;
        private final Optional<RequestKey> key;
        private final long begun;
        private final BiConsumer<T, Long> told;
        private int attempt;
        private boolean answered;

        Question(
                Request<T> request,
                Optional<RequestKey> key,
                long begun,
                BiConsumer<T, Long> told) {
            this.request = request;
            this.key = key;
            this.begun = begun;
            this.told = told;
        }

        void attempt() {
            int mine = ++attempt;
            Node asked = storm.nodes().get(node % storm.nodes().size());
            Chance chance = storm.chance();
            storm.scheduler().after(chance.about(1), () -> asked.onMachine(() -> put(asked, mine)));
            storm.scheduler().after(PATIENCE, () -> goOn(mine));
        }

        /** Who has turned away is not served any more: the connection is closed. */
        private void put(Node asked, int mine) {
            if (answered || mine != attempt) {
                return;
            }
            Running running = asked.running().orElseThrow();
            if (!running.log().state().leading()) {
                storm.scheduler().after(storm.chance().about(2), () -> goOn(mine));
                return;
            }
            var unused =
                    request.at(running, token, key)
                            .whenComplete(
                                    (answer, failure) -> {
                                        if (asked.isUp() && !storm.losesAnswer()) {
                                            long leaves =
                                                    asked.here()
                                                            + storm.chance().about(1).toNanos();
                                            storm.scheduler()
                                                    .at(leaves, () -> heard(answer, failure, mine));
                                        }
                                    });
        }

        private void heard(T answer, Throwable failure, int mine) {
            if (failure != null) {
                goOn(mine);
            } else if (!answered && mine == attempt) {
                answered = true;
                storm.answered();
                told.accept(answer, begun);
            }
        }

        private void goOn(int mine) {
            if (!answered && mine == attempt) {
                node++;
                attempt++;
                storm.scheduler().after(storm.chance().millis(50, 250), this::attempt);
            }
        }
    }
}
