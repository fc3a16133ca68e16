package yichuang.storm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import yichuang.hall.TicketId;

/** What the clients were told, by ticket, and which numbers they hold. */
final class Histories {
    private final Map<TicketId, TicketHistory> byTicket = new LinkedHashMap<>();
    private final Map<TicketId, String> numbers = new LinkedHashMap<>();
    private final Set<String> given = new LinkedHashSet<>();

    /** {@return whether nobody else holds that number} */
    boolean taken(TicketId ticket, String number) {
        numbers.put(ticket, number);
        return given.add(number);
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
