package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Many tickets taken at once, and the check that every one that was acknowledged is there. */
final class TicketLoad {
    /** A hall keeps 50,000 request keys; a load that is meant to be answered stays below. */
    static final int TICKETS_MAX = 45_000;

    private TicketLoad() {}

    /** Every request has a key of its own; the items go round. */
    static ManyClients.Seen take(
            ServerProcess server,
            List<String> items,
            String run,
            int clients,
            int ticketsMax,
            double seconds)
            throws IOException {
        return take(server.port(), server.token("kiosk"), items, run, clients, ticketsMax, seconds);
    }

    /** As above, at a node that knows this secret. */
    static ManyClients.Seen take(
            int port,
            String token,
            List<String> items,
            String run,
            int clients,
            int ticketsMax,
            double seconds)
            throws IOException {
        List<String> bodies = items.stream().map(HallFront::ticketFor).toList();
        return ManyClients.run(
                port,
                clients,
                n ->
                        HttpConnection.request(
                                "POST",
                                "/api/tickets",
                                token,
                                Optional.of(run + "-" + n),
                                bodies.get(n % bodies.size())),
                ticketsMax,
                seconds);
    }

    /** {@return the tickets of the answers; every answer must be a 201} */
    static List<JsonObject> tickets(ManyClients.Seen seen) {
        List<JsonObject> tickets = new ArrayList<>();
        for (byte[] answer : seen.answers()) {
            String body = ManyClients.Seen.body(answer);
            if (ManyClients.Seen.status(answer) != 201) {
                throw new IllegalStateException("not a ticket: " + body);
            }
            tickets.add(new JsonObject(body));
        }
        return tickets;
    }

    /**
     * {@return in words what is wrong with these tickets: a number twice, a gap, or a ticket that
     * the hall does not know}
     *
     * @param tickets all that were ever acknowledged in this hall
     */
    static List<String> faults(List<JsonObject> tickets, HallFront hall) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, TreeSet<Integer>> series = new TreeMap<>();
        for (JsonObject ticket : tickets) {
            String letter = ticket.getString("series");
            int number = Integer.parseInt(ticket.getString("number").substring(letter.length()));
            if (!series.computeIfAbsent(letter, any -> new TreeSet<>()).add(number)) {
                faults.add(ticket.getString("number") + " was given twice");
            }
        }
        series.forEach(
                (letter, numbers) -> {
                    if (numbers.last() != numbers.size()) {
                        faults.add("series " + letter + " has a gap below " + numbers.last());
                    }
                });
        for (JsonObject ticket : tickets) {
            Reply reply = hall.get("/api/tickets/" + ticket.getString("id"));
            if (reply.status() != 200
                    || !reply.json().getString("number").equals(ticket.getString("number"))) {
                faults.add(ticket.getString("number") + " is lost: " + reply.status());
            }
        }
        return faults;
    }
}
