package yichuang.dispatch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/**
 * Who waits for one window, in the order the built-in policy would call them if nothing changed:
 * first those reserved for it, then as {@link Moment} says, in mode shares by turns. Only the heads
 * of lines are compared. Must not be read on after a line has changed.
 */
final class Order {
    private final Moment moment;
    private final Turns.Ahead turns;
    private final Iterator<InLine> reserved;
    private final Map<String, PriorityQueue<Head>> classes = new LinkedHashMap<>();

    /** A leg whose turn comes, and what this window counts its item by. */
    record Next(InLine leg, long factor) {}

    /** The first of a line that has not been given out yet. */
    private record Head(InLine leg, long factor, Iterator<InLine> rest) {}

    Order(Lines lines, Turns.Ahead turns, WindowId window, Moment moment) {
        this.moment = moment;
        this.turns = turns;
        this.reserved = lines.reserved(window).iterator();
        Map<String, List<Head>> heads = new LinkedHashMap<>();
        for (Lines.Offer offer : lines.offers(window)) {
            Iterator<InLine> waiting = offer.line().waiting().iterator();
            if (waiting.hasNext()) {
                heads.computeIfAbsent(offer.line().terms().share(), share -> new ArrayList<>())
                        .add(new Head(waiting.next(), offer.factor(), waiting));
            }
        }
        heads.forEach(
                (share, list) -> {
                    PriorityQueue<Head> queue = new PriorityQueue<>(list.size(), this::compare);
                    queue.addAll(list);
                    classes.put(share, queue);
                });
    }

    /** {@return the next one; empty when nobody is left} */
    Optional<Next> next() {
        if (reserved.hasNext()) {
            return Optional.of(new Next(reserved.next(), Kind.PRIMARY));
        }
        Optional<Map.Entry<String, PriorityQueue<Head>>> best = Optional.empty();
        for (Map.Entry<String, PriorityQueue<Head>> one : classes.entrySet()) {
            if (best.isEmpty() || goesFirst(one, best.get())) {
                best = Optional.of(one);
            }
        }
        return best.map(one -> take(one.getKey(), one.getValue()));
    }

    private Next take(String share, PriorityQueue<Head> queue) {
        Head head = queue.remove();
        if (head.rest().hasNext()) {
            queue.add(new Head(head.rest().next(), head.factor(), head.rest()));
        } else if (queue.isEmpty()) {
            classes.remove(share);
        }
        turns.call(share);
        return new Next(head.leg(), head.factor());
    }

    /** {@return what decides the place of such a leg} */
    static Why.Reason reason(InLine leg, Moment moment) {
        if (leg.reserve().isPresent()) {
            return Why.Reason.RESERVED;
        }
        if (moment.isOverdue(leg)) {
            return Why.Reason.STARVING;
        }
        return switch (moment.mode()) {
            case WEIGHTED -> Why.Reason.WEIGHTED;
            case FIRST_COME -> Why.Reason.FIRST_COME;
            case SHARES -> Why.Reason.SHARE;
        };
    }

    private boolean goesFirst(
            Map.Entry<String, PriorityQueue<Head>> one,
            Map.Entry<String, PriorityQueue<Head>> other) {
        Head head = one.getValue().element();
        Head otherHead = other.getValue().element();
        if (!moment.isOverdue(head.leg()) && !moment.isOverdue(otherHead.leg())) {
            int more = turns.lacks(one.getKey()) - turns.lacks(other.getKey());
            if (more != 0) {
                return more > 0;
            }
        }
        return compare(head, otherHead) < 0;
    }

    private int compare(Head one, Head other) {
        return moment.isBefore(one.leg(), one.factor(), other.leg(), other.factor()) ? -1 : 1;
    }
}
