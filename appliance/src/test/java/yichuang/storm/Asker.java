package yichuang.storm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import yichuang.hall.Answer;
import yichuang.hall.Refusal;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;

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
        this(storm, name, storm.chance().oneOf(storm.nodes()));
    }

    /**
     * @param first whom it asks first; in a hall that may come apart it sits there and asks nobody
     *     else
     */
    Asker(Storm storm, String name, Node first) {
        this.storm = storm;
        token = new TokenId(name);
        node = storm.nodes().indexOf(first);
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
            if (storm.plan().islands()) {
                storm.questions()
                        .of(asked, running)
                        .ask(
                                request,
                                token,
                                key,
                                (answer, failure) -> leaves(asked, answer, failure, mine));
                return;
            }
            if (!running.log().state().leading()) {
                storm.scheduler().after(storm.chance().about(2), () -> goOn(mine));
                return;
            }
            var unused =
                    request.at(running, token, key)
                            .whenComplete(
                                    (answer, failure) -> leaves(asked, answer, failure, mine));
        }

        private void leaves(Node asked, T answer, Throwable failure, int mine) {
            if (asked.isUp() && !storm.losesAnswer()) {
                long leaves = asked.here() + storm.chance().about(1).toNanos();
                storm.scheduler().at(leaves, () -> heard(answer, failure, mine));
            }
        }

        private void heard(T answer, Throwable failure, int mine) {
            if (failure != null || isElsewhere(answer)) {
                goOn(mine);
            } else if (!answered && mine == attempt) {
                answered = true;
                storm.answered();
                told.accept(answer, begun);
            }
        }

        /** Another part of the hall has it; when the hall is whole again, there is an answer. */
        private boolean isElsewhere(T answer) {
            Object said = answer instanceof Optional<?> one ? one.orElse(null) : answer;
            Object plain = said instanceof Requests.Told told ? told.answer() : said;
            return plain instanceof Answer.Refused(Refusal why)
                    && (why instanceof Refusal.WindowCutOff
                            || why instanceof Refusal.OnIsland
                            || why instanceof Refusal.TicketCutOff);
        }

        private void goOn(int mine) {
            if (!answered && mine == attempt) {
                node += storm.plan().islands() ? 0 : 1;
                attempt++;
                storm.scheduler().after(storm.chance().millis(50, 250), this::attempt);
            }
        }
    }
}
