package yichuang.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.dispatch.Dispatch;
import yichuang.forecast.WaitEstimate;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Outlook;
import yichuang.hall.RequestKey;
import yichuang.hall.Theme;
import yichuang.hall.TokenId;

/**
 * Taking a ticket: how many stand ahead and how long that takes is decided here, once, and goes
 * into the log.
 */
final class Taking {
    private final Proposals proposals;
    private final Dispatch dispatch;

    Taking(Proposals proposals, Dispatch dispatch) {
        this.proposals = proposals;
        this.dispatch = dispatch;
    }

    void take(
            TokenId by,
            Optional<RequestKey> key,
            TakeRequest request,
            CompletableFuture<Answer> answer) {
        Instant now = proposals.time();
        Hall hall = proposals.hall();
        List<ItemCode> first = firstLegs(request, hall);
        Outlook outlook = outlook(first, request, now);
        dispatch.expect(hall, request.id(), first, request.group(), request.standing(), now);
        proposals.propose(
                new Entry(now, by, key, request.with(outlook)),
                result -> {
                    dispatch.dismiss(request.id());
                    answer.complete(result);
                },
                failure -> {
                    dispatch.dismiss(request.id());
                    answer.completeExceptionally(failure);
                });
    }

    private Outlook outlook(List<ItemCode> first, TakeRequest request, Instant now) {
        if (first.isEmpty()) {
            return new Outlook(0, Optional.empty()); // the hall will refuse it
        }
        Hall hall = proposals.hall();
        int ahead = dispatch.ahead(hall, first, request.group(), request.standing(), now);
        return new Outlook(ahead, WaitEstimate.of(hall, dispatch, first, ahead, now));
    }

    /**
     * What the ticket would wait for first: its first item, or all of a theme that has no order.
     */
    private static List<ItemCode> firstLegs(TakeRequest request, Hall hall) {
        Optional<Theme> theme = request.theme().flatMap(hall.furnishing()::findTheme);
        List<ItemCode> items = theme.map(Theme::legs).orElse(request.items());
        boolean anyOrder = theme.filter(one -> one.order() == Theme.Order.ANY_ORDER).isPresent();
        return (anyOrder ? items : items.stream().limit(1).toList())
                .stream().filter(item -> hall.furnishing().findItem(item).isPresent()).toList();
    }
}
