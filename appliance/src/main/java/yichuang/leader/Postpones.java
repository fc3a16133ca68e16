package yichuang.leader;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.Postponement;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/**
 * Letting others go first: where that leaves the ticket is decided here, once, and goes into the
 * log. The hall says no to what cannot be, also when nobody stands behind.
 */
final class Postpones {
    private final Proposals proposals;
    private final Dispatch dispatch;

    Postpones(Proposals proposals, Dispatch dispatch) {
        this.proposals = proposals;
        this.dispatch = dispatch;
    }

    void postpone(
            TokenId by,
            Optional<RequestKey> key,
            TicketId ticket,
            int places,
            CompletableFuture<Answer> answer) {
        Instant now = proposals.time();
        Postponement decided = dispatch.postponed(proposals.hall(), ticket, places, now);
        proposals.propose(
                new Entry(
                        now,
                        by,
                        key,
                        new Command.Postpone(ticket, places, decided.passed(), decided.since())),
                answer::complete,
                answer::completeExceptionally);
    }
}
