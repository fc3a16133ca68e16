package yichuang.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.dispatch.Dispatch;
import yichuang.forecast.WaitEstimate;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.LegState;
import yichuang.hall.Outlook;
import yichuang.hall.RequestKey;
import yichuang.hall.Ticket;
import yichuang.hall.TokenId;

/**
 * Taking a ticket: how many stand ahead and how long that takes is decided here, once, and goes
 * into the log.
 */
final class Taking {
    private static final Outlook NOT_YET = new Outlook(0, Optional.empty());

    private final Proposals proposals;
    private final Dispatch dispatch;

    Taking(Proposals proposals, Dispatch dispatch) {
        this.proposals = proposals;
        this.dispatch = dispatch;
    }

    /**
     * The hall itself says which legs would wait first: the choices of a theme and a return right
     * are its rules.
     */
    void take(
            TokenId by,
            Optional<RequestKey> key,
            TakeRequest request,
            CompletableFuture<Answer> answer) {
        Instant now = proposals.time();
        Answer trial = proposals.hall().check(new Entry(now, by, key, request.with(NOT_YET)));
        if (trial instanceof Answer.Agreed agreed
                && agreed.events().getFirst() instanceof Event.TicketTaken taken) {
            propose(
                    new Entry(now, by, key, request.with(outlook(taken.ticket(), now))),
                    taken.ticket(),
                    answer);
        } else {
            proposals.confirmed(() -> answer.complete(trial), answer::completeExceptionally);
        }
    }

    private void propose(Entry entry, Ticket ticket, CompletableFuture<Answer> answer) {
        dispatch.expect(
                proposals.hall(),
                ticket.id(),
                waiting(ticket),
                ticket.group(),
                ticket.standing(),
                entry.at());
        proposals.proposeAgreed(
                entry,
                result -> {
                    dispatch.dismiss(ticket.id());
                    answer.complete(result);
                },
                failure -> {
                    dispatch.dismiss(ticket.id());
                    answer.completeExceptionally(failure);
                });
    }

    private Outlook outlook(Ticket ticket, Instant now) {
        Hall hall = proposals.hall();
        List<ItemCode> waiting = waiting(ticket);
        int ahead = dispatch.ahead(hall, waiting, ticket.group(), ticket.standing(), now);
        return new Outlook(ahead, WaitEstimate.of(hall, dispatch, waiting, ahead, now));
    }

    private static List<ItemCode> waiting(Ticket ticket) {
        return ticket.legs().stream()
                .filter(leg -> leg.state() == LegState.WAITING)
                .map(Leg::item)
                .toList();
    }
}
