package yichuang.storm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import yichuang.hall.Conflict;
import yichuang.hall.Hall;
import yichuang.hall.NodeId;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.log.LogState;
import yichuang.storm.Act.Kind;

/** What must hold when everything has healed and everybody has an answer. */
final class AfterTheStorm {
    private final Storm storm;

    AfterTheStorm(Storm storm) {
        this.storm = storm;
    }

    /** {@return whether somebody leads, every node has applied everything, and all are home} */
    boolean isCalm() {
        List<LogState> states = states();
        return states.size() == storm.nodes().size()
                && states.stream().anyMatch(LogState::leading)
                && states.stream().map(LogState::committedIndex).distinct().count() == 1
                && storm.nodes().stream().allMatch(this::isHome);
    }

    private boolean isHome(Node node) {
        return node.severed().alone().isEmpty()
                && !node.severed().homeward()
                && !node.running().orElseThrow().hall().isAway(new NodeId(node.name().name()));
    }

    private List<LogState> states() {
        return storm.nodes().stream()
                .flatMap(node -> node.running().stream())
                .map(running -> running.log().state())
                .toList();
    }

    String differences() {
        return storm.nodes().stream()
                .map(
                        node ->
                                "%s alone %s homeward %s"
                                        .formatted(
                                                node.name(),
                                                node.severed().alone(),
                                                node.severed().homeward()))
                .collect(Collectors.joining(", ", states() + ", ", ""));
    }

    void check() {
        List<Hall> halls = new ArrayList<>();
        for (Node node : storm.nodes()) {
            halls.add(Hall.of(state(node)));
        }
        sameEverywhere();
        Hall hall = halls.getFirst();
        storm.counters().conflicts += hall.conflicts().size();
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

    /**
     * The tickets in the hall are those that somebody holds, with the numbers they were told. One
     * more there may be of somebody who was told an island's number when the hall's answer was lost
     * at the cut: it was cancelled, or is on the manager's list.
     */
    private void nothingLostNothingDoubled(Hall hall) {
        Map<TicketId, String> inTheHall = new LinkedHashMap<>();
        Map<TicketId, String> held = storm.histories().numbers();
        Set<TicketId> listed =
                listed(hall, Conflict.Kind.TAKEN_TWICE).stream()
                        .map(Conflict::ticket)
                        .collect(Collectors.toSet());
        for (Ticket ticket : hall.tickets()) {
            boolean twin =
                    storm.plan().islands()
                            && !held.containsKey(ticket.id())
                            && (ticket.state() == TicketState.CANCELLED
                                    || listed.contains(ticket.id()));
            if (!twin) {
                inTheHall.put(ticket.id(), ticket.number());
            }
        }
        if (!inTheHall.equals(held)) {
            storm.judge()
                    .violated(
                            "tickets: %d in the hall, %d told to people"
                                    .formatted(inTheHall.size(), held.size()));
        }
    }

    private static List<Conflict> listed(Hall hall, Conflict.Kind... kinds) {
        return hall.conflicts().stream()
                .filter(one -> Arrays.asList(kinds).contains(one.kind()))
                .toList();
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
        ManagersList list = new ManagersList(hall, storm.parts(), now);
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
                            list.tell(ticket, history);
                            if (!history.isExplained()) {
                                storm.judge()
                                        .violated(
                                                "not to be explained: %s %s"
                                                        .formatted(
                                                                hall.findTicket(ticket)
                                                                        .map(Ticket::number),
                                                                history.acts()));
                            }
                        });
    }
}
