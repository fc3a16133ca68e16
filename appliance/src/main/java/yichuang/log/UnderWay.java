package yichuang.log;

import io.microraft.exception.CannotReplicateException;
import io.microraft.exception.NotLeaderException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import yichuang.log.LogUnavailable.Outcome;
import yichuang.log.LogUnavailable.Reason;

/**
 * The proposals that Raft has and nobody has answered, in the order of the log. On the log's thread
 * only.
 *
 * <p>What the end of a leadership leaves open is said truthfully: a command is <em>not written</em>
 * only when Raft says that it never began to order it, or that another leader's entry stands in its
 * place. Of every other one nobody knows.
 */
final class UnderWay {
    private final Deque<Proposal> proposals = new ArrayDeque<>();
    private final Admission admission;

    /** Why the log refuses just now. */
    private final Function<Outcome, LogUnavailable> refusal;

    UnderWay(Admission admission, Function<Outcome, LogUnavailable> refusal) {
        this.admission = admission;
        this.refusal = refusal;
    }

    void handOver(Proposal proposal, RaftLife life) {
        proposals.add(proposal);
        var unused =
                life.replicate(proposal.command())
                        .whenComplete(
                                (ordered, failure) -> {
                                    if (failure == null) {
                                        answer(proposal, ordered.getResult());
                                    } else {
                                        refuse(proposal, why(failure));
                                    }
                                });
    }

    private void answer(Proposal proposal, Object result) {
        if (proposals.peek() != proposal) {
            throw new IllegalStateException("answered out of order");
        }
        proposals.remove();
        admission.leave(proposal.command());
        proposal.complete(result);
    }

    private void refuse(Proposal proposal, LogUnavailable why) {
        if (proposals.remove(proposal)) {
            admission.leave(proposal.command());
            proposal.completeExceptionally(why);
        }
    }

    private LogUnavailable why(Throwable failure) {
        return switch (failure) {
            case NotLeaderException neverOrdered -> refusal.apply(Outcome.NOT_WRITTEN);
            case CannotReplicateException later ->
                    new LogUnavailable(
                            Reason.BUSY, Outcome.NOT_WRITTEN, "leadership is being handed over");
            case Throwable notKnown -> refusal.apply(Outcome.UNKNOWN);
        };
    }

    /** The life that had them has ended. */
    void refuseAll() {
        while (!proposals.isEmpty()) {
            refuse(proposals.peek(), refusal.apply(Outcome.UNKNOWN));
        }
    }
}
