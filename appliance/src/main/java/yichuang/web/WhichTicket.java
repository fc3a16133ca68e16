package yichuang.web;

import io.vertx.core.Future;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.hall.Hall;
import yichuang.hall.Role;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;

/**
 * Which ticket a caller means. Everybody may name it by its id or its link; staff, who have the
 * person before them, also by its number of the open day. A kiosk or phone may not: whoever reads a
 * number on a board could act on it.
 */
final class WhichTicket {
    private static final Pattern NUMBER = Pattern.compile("([A-Za-z]+)([0-9]{4,6})");

    private final Asking asking;
    private final Links links;

    WhichTicket(Asking asking, Links links) {
        this.asking = asking;
        this.links = links;
    }

    /** {@return the ticket of the path; a citizen's own only} */
    Future<TicketId> ofPath(Exchange exchange) {
        return named(exchange, exchange.path("ticket"))
                .map(
                        ticket -> {
                            if (exchange.caller().orElseThrow() instanceof Caller.Citizen citizen
                                    && !citizen.ticket().equals(ticket)) {
                                throw Gate.forbidden("ticket");
                            }
                            return ticket;
                        });
    }

    /** {@return the ticket they wrote; one that no ticket can be called is unknown} */
    Future<TicketId> named(Exchange exchange, String given) {
        Optional<TicketId> linked = links.find(given);
        if (linked.isPresent()) {
            return Future.succeededFuture(linked.get());
        }
        TicketId id = Ids.ticket(given);
        return isStaff(exchange) && NUMBER.matcher(given).matches()
                ? exchange.await(
                        asking.leader()
                                .read(
                                        reading ->
                                                find(reading.hall(), given)
                                                        .map(Ticket::id)
                                                        .orElse(id)))
                : Future.succeededFuture(id);
    }

    static boolean isStaff(Exchange exchange) {
        return exchange.is(Role.WINDOW) || exchange.is(Role.HELPER) || exchange.is(Role.MANAGER);
    }

    /**
     * {@return the ticket with this id or number; of two with a number, the one of the latest day}
     */
    static Optional<Ticket> find(Hall hall, String wanted) {
        Optional<Ticket> byId = Ids.of(wanted, TicketId::new).flatMap(hall::findTicket);
        Matcher number = NUMBER.matcher(wanted);
        if (byId.isPresent() || !number.matches()) {
            return byId;
        }
        String series = number.group(1);
        int sequence = Integer.parseInt(number.group(2));
        return hall.tickets().stream()
                .filter(ticket -> ticket.sequence() == sequence)
                .filter(ticket -> ticket.series().equalsIgnoreCase(series))
                .filter(ticket -> ticket.number().equalsIgnoreCase(wanted))
                .max(Comparator.comparing(Ticket::day));
    }
}
