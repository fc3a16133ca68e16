package yichuang.storm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.log.LogState;
import yichuang.storm.Act.Kind;

/** What must hold when everything has healed and everybody has an answer. */
final class AfterTheStorm {
    private final Storm storm;

    AfterTheStorm(Storm storm) {
        this.storm = storm;
    }

    /** {@return whether somebody leads and every node has applied everything} */
    boolean isCalm() {
        List<LogState> states = states();
        return states.size() == storm.nodes().size()
                && states.stream().anyMatch(LogState::leading)
                && states.stream().map(LogState::committedIndex).distinct().count() == 1;
    }

    private List<LogState> states() {
        return storm.nodes().stream()
                .flatMap(node -> node.running().stream())
                .map(running -> running.log().state())
                .toList();
    }

    String differences() {
        return states().toString();
    }

    void check() {
        List<Hall> halls = new ArrayList<>();
        for (Node node : storm.nodes()) {
            halls.add(Hall.of(state(node)));
        }
        sameEverywhere();
        Hall hall = halls.getFirst();
        nothingLostNothingDoubled(hall);
        displaysAreRight(hall);
        historiesAreExplained(hall);
    }

    private static byte[] state(Node node) {
        return node.running()
                .orElseThrow()
                .leader()
                .read(reading -> reading.hall().snapshot())
                .join();
    }

    private void sameEverywhere() {
        byte[] first = state(storm.nodes().getFirst());
        for (Node node : storm.nodes()) {
            if (!Arrays.equals(first, state(node))) {
                storm.judge().violated(node.name() + " holds another hall in the end");
            }
        }
    }

    /** The tickets in the hall are those that somebody holds, with the numbers they were told. */
    private void nothingLostNothingDoubled(Hall hall) {
        Map<TicketId, String> inTheHall = new LinkedHashMap<>();
        for (Ticket ticket : hall.tickets()) {
            inTheHall.put(ticket.id(), ticket.number());
        }
        Map<TicketId, String> held = storm.histories().numbers();
        if (!inTheHall.equals(held)) {
            storm.judge()
                    .violated(
                            "tickets: %d in the hall, %d told to people"
                                    .formatted(inTheHall.size(), held.size()));
        }
    }

    private void displaysAreRight(Hall hall) {
        for (Node node : storm.nodes()) {
            String wrong = node.displays().wrong(hall);
            if (!wrong.isEmpty()) {
                storm.judge().violated(wrong);
            }
        }
    }

    /** How the ticket stands in the end is one more look at it. */
    private void historiesAreExplained(Hall hall) {
        long now = storm.scheduler().now();
        storm.histories()
                .byTicket()
                .forEach(
                        (ticket, history) -> {
                            history.add(
                                    new Act(
                                            Kind.LOOK,
                                            "",
                                            0,
                                            Requests.standing(hall, ticket),
                                            now,
                                            now));
                            if (!history.isExplained()) {
                                storm.judge().violated("not to be explained: " + history.acts());
                            }
                        });
    }
}
