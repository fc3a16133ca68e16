package yichuang.leader;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.dispatch.Choice;
import yichuang.dispatch.Dispatch;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.Refusal;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;

/**
 * Calling whoever is next: one decision at a time, seeing the claims still on their way to the
 * disk, waiting for none of them. A choice that another window overtook is made again.
 */
final class Calling {
    private static final int CHOICES_MAX = 3;

    private final Proposals proposals;
    private final Dispatch dispatch;

    /**
     * Requests without an answer yet. A retry of one waits for its answer: told that nobody waits,
     * since the only ticket is on its way to this very window, it would leave that person standing
     * there.
     */
    private final Map<RequestKey, CompletableFuture<Optional<Answer>>> underWay = new HashMap<>();

    Calling(Proposals proposals, Dispatch dispatch) {
        this.proposals = proposals;
        this.dispatch = dispatch;
    }

    void next(
            TokenId by,
            Optional<RequestKey> key,
            WindowId window,
            CompletableFuture<Optional<Answer>> answer) {
        CompletableFuture<Optional<Answer>> before = key.map(underWay::get).orElse(answer);
        if (before != answer) {
            hearTheSame(before, answer);
            return;
        }
        key.ifPresent(
                one -> {
                    underWay.put(one, answer);
                    var unused = answer.whenComplete((told, failure) -> underWay.remove(one));
                });
        choose(by, key, window, CHOICES_MAX, answer);
    }

    private static void hearTheSame(
            CompletableFuture<Optional<Answer>> before,
            CompletableFuture<Optional<Answer>> answer) {
        var unused =
                before.whenComplete(
                        (told, failure) -> {
                            if (failure == null) {
                                answer.complete(told);
                            } else {
                                answer.completeExceptionally(failure);
                            }
                        });
    }

    private void choose(
            TokenId by,
            Optional<RequestKey> key,
            WindowId window,
            int choicesLeft,
            CompletableFuture<Optional<Answer>> answer) {
        if (choicesLeft == 0) {
            answer.completeExceptionally(new TryAgain());
            return;
        }
        Instant now = proposals.time();
        Optional<Answer> already = settled(key, window, now);
        if (already.isPresent()) {
            proposals.confirmed(() -> answer.complete(already), answer::completeExceptionally);
            return;
        }
        Optional<Choice> chosen = dispatch.choose(proposals.hall(), window, now);
        if (chosen.isEmpty()) {
            proposals.confirmed(
                    () -> answer.complete(Optional.empty()), answer::completeExceptionally);
            return;
        }
        Choice choice = chosen.get();
        dispatch.claim(choice, window);
        proposals.propose(
                new Entry(
                        now,
                        by,
                        key,
                        new Command.Call(window, choice.ticket(), choice.leg(), choice.why())),
                result -> {
                    dispatch.release(choice, window);
                    if (overtaken(result)) {
                        choose(by, key, window, choicesLeft - 1, answer);
                    } else {
                        answer.complete(Optional.of(result));
                    }
                },
                failure -> {
                    dispatch.release(choice, window);
                    answer.completeExceptionally(failure);
                });
    }

    /** A retry, a closed or a busy window is answered before anybody is chosen. */
    private Optional<Answer> settled(Optional<RequestKey> key, WindowId window, Instant now) {
        Hall hall = proposals.hall();
        return key.flatMap(one -> hall.settled(one, now))
                .or(() -> hall.refusesCall(window).map(Answer.Refused::new));
    }

    private static boolean overtaken(Answer answer) {
        return answer instanceof Answer.Refused(Refusal why)
                && (why instanceof Refusal.TicketElsewhere
                        || why instanceof Refusal.UnknownTicket
                        || why instanceof Refusal.TicketCutOff);
    }
}
