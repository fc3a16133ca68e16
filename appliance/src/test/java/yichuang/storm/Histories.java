package yichuang.storm;

import java.util.LinkedHashMap;
import java.util.Map;
import yichuang.hall.TicketId;

/** What the clients were told, by ticket, and which numbers they hold. */
final class Histories {
    private final Map<TicketId, TicketHistory> byTicket = new LinkedHashMap<>();
    private final Map<TicketId, String> numbers = new LinkedHashMap<>();

    void taken(TicketId ticket, String number) {
        numbers.put(ticket, number);
    }

    void add(TicketId ticket, Act act) {
        byTicket.computeIfAbsent(ticket, id -> new TicketHistory()).add(act);
    }

    /** {@return the tickets that somebody holds, with their numbers} */
    Map<TicketId, String> numbers() {
        return numbers;
    }

    Map<TicketId, TicketHistory> byTicket() {
        return byTicket;
    }
}
