package yichuang.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Taking a ticket: what is asked for becomes legs, a number without a gap, a place in the line. */
final class TakeRules {
    static final int COUNT_MAX = 99;
    static final int LEGS_MAX = 20;

    private TakeRules() {}

    static Answer take(Command.TakeTicket take, Draft draft) {
        DayRules.closedAt(draft.state(), draft.at())
                .ifPresent(
                        closed -> {
                            throw new Refused(closed);
                        });
        if (draft.state().tickets.containsKey(take.id())) {
            throw new Refused(new Refusal.KeyReused(take.id().value()));
        }
        Optional<Theme> theme = take.theme().map(code -> theme(code, draft));
        Optional<ReturnRight> right = take.returning().map(code -> right(code, draft));
        List<ItemCode> items = items(take, theme, right, draft);
        take.group()
                .filter(group -> draft.furnishing().findGroup(group).isEmpty())
                .ifPresent(
                        group -> {
                            throw new Refused(new Refusal.Unknown("group", group.value()));
                        });
        if (take.count() < 1 || take.count() > COUNT_MAX) {
            throw new Refused(new Refusal.Unknown("count", String.valueOf(take.count())));
        }
        take.contact().ifPresent(contact -> againstHoarding(contact, items, draft));
        Ticket ticket = ticket(take, theme, right, items, draft);
        draft.put(ticket);
        draft.change(() -> draft.state().numbers.put(ticket.series(), ticket.sequence()));
        right.ifPresent(used -> draft.change(() -> draft.state().returns.remove(used.code())));
        draft.happened(new Event.TicketTaken(draft.at(), ticket));
        return draft.agreed(
                new Receipt.Taken(
                        ticket.id(),
                        ticket.series(),
                        ticket.number(),
                        ticket.outlook(),
                        draft.at()));
    }

    private static Ticket ticket(
            Command.TakeTicket take,
            Optional<Theme> theme,
            Optional<ReturnRight> right,
            List<ItemCode> items,
            Draft draft) {
        Instant at = draft.at();
        String series =
                draft.state()
                        .island
                        .map(Island::letter)
                        .orElse(draft.item(items.getFirst()).series());
        return new Ticket(
                        take.id(),
                        series,
                        draft.state().numbers.getOrDefault(series, 0) + 1,
                        draft.state().day.orElseThrow().date(),
                        at,
                        draft.entry().by(),
                        right.isPresent() ? Ticket.Standing.RETURNING : Ticket.Standing.ORDINARY,
                        take.group(),
                        take.count(),
                        take.theme(),
                        theme.map(Theme::order).orElse(Theme.Order.IN_ORDER),
                        items.stream().map(item -> Leg.pending(item, at)).toList(),
                        take.language(),
                        take.contact(),
                        take.outlook(),
                        Optional.empty(),
                        Optional.empty(),
                        0)
                .nextLegsWaiting(at);
    }

    private static List<ItemCode> items(
            Command.TakeTicket take,
            Optional<Theme> theme,
            Optional<ReturnRight> right,
            Draft draft) {
        Set<ItemCode> items = new LinkedHashSet<>();
        theme.ifPresent(one -> items.addAll(one.legsWith(chosen(one, take.choices()))));
        items.addAll(take.items());
        if (items.isEmpty()) {
            right.ifPresent(one -> items.addAll(one.items()));
        }
        if (items.isEmpty()) {
            throw new Refused(new Refusal.MissingField("items"));
        }
        if (items.size() > LEGS_MAX) {
            throw new Refused(new Refusal.Unknown("items", "more than " + LEGS_MAX));
        }
        items.forEach(draft::item);
        return new ArrayList<>(items);
    }

    private static List<Theme.Choice> chosen(Theme theme, Optional<List<String>> ids) {
        if (ids.isEmpty()) {
            return theme.choices().stream().filter(Theme.Choice::chosen).toList();
        }
        List<Theme.Choice> chosen = new ArrayList<>();
        for (String id : ids.get()) {
            chosen.add(
                    theme.choices().stream()
                            .filter(choice -> choice.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new Refused(new Refusal.Unknown("choice", id))));
        }
        return chosen;
    }

    private static Theme theme(ThemeCode code, Draft draft) {
        return draft.furnishing()
                .findTheme(code)
                .orElseThrow(() -> new Refused(new Refusal.Unknown("theme", code.value())));
    }

    private static ReturnRight right(String code, Draft draft) {
        return Optional.ofNullable(draft.state().returns.get(code))
                .orElseThrow(() -> new Refused(new Refusal.Unknown("returning", code)));
    }

    /**
     * One phone or code has a bounded number of open tickets for one item (product: duplicates and
     * hoarding).
     */
    private static void againstHoarding(Contact contact, List<ItemCode> items, Draft draft) {
        int openMax = draft.rules().openPerPersonAndItem();
        for (ItemCode item : items) {
            long open =
                    draft.state().tickets.values().stream()
                            .filter(ticket -> !ticket.isEnded())
                            .filter(
                                    ticket ->
                                            ticket.contact()
                                                    .filter(
                                                            one ->
                                                                    one.person()
                                                                            .equals(
                                                                                    contact
                                                                                            .person()))
                                                    .isPresent())
                            .filter(
                                    ticket ->
                                            ticket.legs().stream()
                                                    .anyMatch(leg -> leg.item().equals(item)))
                            .count();
            if (open >= openMax) {
                throw new Refused(new Refusal.Hoarding(item, openMax));
            }
        }
    }
}
