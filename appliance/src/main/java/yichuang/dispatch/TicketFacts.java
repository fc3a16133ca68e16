package yichuang.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yichuang.hall.GroupCode;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.ThemeCode;
import yichuang.hall.Ticket;

/** {@code ticket} in a script: one waiting leg of it. Read on the script's thread. */
final class TicketFacts extends Facts {
    private static final List<String> NAMES =
            List.of(
                    "number",
                    "item",
                    "itemName",
                    "zone",
                    "group",
                    "standing",
                    "waited",
                    "count",
                    "theme",
                    "language",
                    "legsLeft",
                    "points");

    private final Candidate candidate;

    TicketFacts(Candidate candidate) {
        super("ticket", NAMES);
        this.candidate = candidate;
    }

    /**
     * One leg a script may score; nothing in it changes any more.
     *
     * @param points by the built-in policy, at this window, in thousandths
     */
    record Candidate(
            Ticket ticket, Arrival arrival, Optional<Item> item, long waitedMillis, long points) {
        private Leg asked() {
            return ticket.legs().get(arrival.leg());
        }
    }

    /** {@return what this leg came for} */
    ItemCode item() {
        return candidate.asked().item();
    }

    /** {@return whether it began to wait before the other} */
    boolean cameBefore(TicketFacts other) {
        return candidate.arrival().compareTo(other.candidate.arrival()) < 0;
    }

    @Override
    Object fact(String name) {
        Ticket ticket = candidate.ticket();
        return switch (name) {
            case "number" -> ticket.number();
            case "item" -> candidate.asked().item().value();
            case "itemName" -> candidate.item().map(Item::name).orElse("");
            case "zone" -> candidate.item().map(item -> item.zone().value()).orElse("");
            case "group" -> ticket.group().map(GroupCode::value).orElse(PolicySettings.ORDINARY);
            case "standing" -> ticket.standing().name().toLowerCase(Locale.ROOT);
            case "waited" -> (double) Duration.ofMillis(candidate.waitedMillis()).toSeconds();
            case "count" -> (double) ticket.count();
            case "theme" -> ticket.theme().map(ThemeCode::value).orElse("");
            case "language" -> ticket.language();
            case "legsLeft" ->
                    (double) ticket.legs().stream().filter(leg -> !leg.state().ended()).count();
            case "points" -> candidate.points() / 1000.0;
            default -> throw new IllegalStateException(name);
        };
    }
}
