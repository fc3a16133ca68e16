package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the hall knows, in collections with an order, so that two nodes hold the same. Only
 * {@link Draft} writes to it.
 */
final class State {
    Instant at = Instant.EPOCH;
    Optional<Setup> setup = Optional.empty();
    Optional<BusinessDay> day = Optional.empty();
    Optional<LocalDate> lastClosed = Optional.empty();
    List<Ticket> closedWithDay = List.of();
    final Map<String, Integer> numbers = new LinkedHashMap<>();
    final Map<String, Integer> caseNumbers = new LinkedHashMap<>();
    final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
    final Map<WindowId, Window> windows = new LinkedHashMap<>();
    final Map<TicketId, Claim> claims = new LinkedHashMap<>();
    final Map<String, Rectification> rectifications = new LinkedHashMap<>();
    final Map<String, ReturnRight> returns = new LinkedHashMap<>();
    final Map<Window.Turn, Duty> duties = new LinkedHashMap<>();
    final Map<String, HelpCall> help = new LinkedHashMap<>();
    final Map<String, CaseCount> cases = new LinkedHashMap<>();
    final Map<TokenId, Token> tokens = new LinkedHashMap<>();
    final Map<String, EnrolCode> codes = new LinkedHashMap<>();
    final Map<NodeId, HallNode> nodes = new LinkedHashMap<>();
    final Map<String, NodeCode> nodeCodes = new LinkedHashMap<>();
    final Map<String, RevokedSerial> revoked = new LinkedHashMap<>();
    Epoch epoch = Epoch.FIRST;
    Optional<Island> island = Optional.empty();
    final Map<NodeId, CutOffNode> cutOff = new LinkedHashMap<>();
    final Map<NodeId, JoinedIsland> islands = new LinkedHashMap<>();
    final Map<TicketId, NodeId> inHands = new LinkedHashMap<>();
    final Map<String, Conflict> conflicts = new LinkedHashMap<>();
    final Map<String, UnitDay> units = new LinkedHashMap<>();
    final Memory memory = new Memory();
    private Furnishing furnishing = Furnishing.NONE;

    Furnishing furnishing() {
        return furnishing;
    }

    void furnish(Setup next) {
        setup = Optional.of(next);
        furnishing = Furnishing.of(next);
    }

    Snapshot snapshot() {
        return new Snapshot(
                at,
                setup,
                day,
                lastClosed,
                closedWithDay,
                sequences(numbers),
                sequences(caseNumbers),
                List.copyOf(tickets.values()),
                List.copyOf(windows.values()),
                List.copyOf(claims.values()),
                List.copyOf(rectifications.values()),
                List.copyOf(returns.values()),
                List.copyOf(duties.values()),
                List.copyOf(help.values()),
                List.copyOf(cases.values()),
                List.copyOf(tokens.values()),
                List.copyOf(codes.values()),
                List.copyOf(nodes.values()),
                List.copyOf(nodeCodes.values()),
                List.copyOf(revoked.values()),
                epoch,
                island,
                List.copyOf(cutOff.values()),
                List.copyOf(islands.values()),
                inHands.entrySet().stream()
                        .map(each -> new InHands(each.getKey(), each.getValue()))
                        .toList(),
                List.copyOf(conflicts.values()),
                List.copyOf(units.values()),
                memory.all());
    }

    static State of(Snapshot snapshot) {
        State state = new State();
        state.at = snapshot.at();
        snapshot.setup().ifPresent(state::furnish);
        state.day = snapshot.day();
        state.lastClosed = snapshot.lastClosed();
        state.closedWithDay = snapshot.closedWithDay();
        snapshot.numbers().forEach(each -> state.numbers.put(each.of(), each.last()));
        snapshot.caseNumbers().forEach(each -> state.caseNumbers.put(each.of(), each.last()));
        snapshot.tickets().forEach(each -> state.tickets.put(each.id(), each));
        snapshot.windows().forEach(each -> state.windows.put(each.id(), each));
        snapshot.claims().forEach(each -> state.claims.put(each.ticket(), each));
        snapshot.rectifications().forEach(each -> state.rectifications.put(each.id(), each));
        snapshot.returns().forEach(each -> state.returns.put(each.code(), each));
        snapshot.duties()
                .forEach(
                        each -> state.duties.put(new Window.Turn(each.ticket(), each.leg()), each));
        snapshot.help().forEach(each -> state.help.put(each.id(), each));
        snapshot.cases().forEach(each -> state.cases.put(each.caseNumber(), each));
        snapshot.tokens().forEach(each -> state.tokens.put(each.id(), each));
        snapshot.codes().forEach(each -> state.codes.put(each.hash(), each));
        snapshot.nodes().forEach(each -> state.nodes.put(each.id(), each));
        snapshot.nodeCodes().forEach(each -> state.nodeCodes.put(each.id(), each));
        snapshot.revoked().forEach(each -> state.revoked.put(each.serial(), each));
        state.epoch = snapshot.epoch();
        state.island = snapshot.island();
        snapshot.cutOff().forEach(each -> state.cutOff.put(each.node(), each));
        snapshot.islands().forEach(each -> state.islands.put(each.node(), each));
        snapshot.inHands().forEach(each -> state.inHands.put(each.ticket(), each.node()));
        snapshot.conflicts().forEach(each -> state.conflicts.put(each.id(), each));
        snapshot.units().forEach(each -> state.units.put(each.unit(), each));
        snapshot.remembered().forEach(state.memory::add);
        return state;
    }

    /** {@return the cut-off of the node, while it lasts} */
    Optional<CutOffNode> findCutOff(NodeId node) {
        return Optional.ofNullable(cutOff.get(node)).filter(cut -> !cut.isOver());
    }

    /** {@return the cut-off that keeps everybody here from acting on the window} */
    Optional<CutOffNode> cutOffAt(WindowId window) {
        return cutOff.values().stream()
                .filter(cut -> !cut.isOver() && cut.windows().contains(window))
                .findFirst();
    }

    /** {@return why nobody of this part of the hall may act on the window} */
    Optional<Refusal> refusesActs(WindowId window) {
        if (island.isPresent()) {
            return island.filter(one -> !one.windows().contains(window))
                    .map(one -> new Refusal.OnIsland(one.node(), one.since()));
        }
        return cutOffAt(window)
                .map(cut -> new Refusal.WindowCutOff(window, cut.node(), cut.since()));
    }

    /** {@return why this part of the hall leaves the ticket alone: another one has it} */
    Optional<Refusal> refusesActs(Ticket ticket) {
        if (island.isPresent()) {
            return island.filter(one -> !one.has(ticket))
                    .map(one -> new Refusal.OnIsland(one.node(), one.since()));
        }
        Optional<NodeId> holder =
                Optional.ofNullable(inHands.get(ticket.id()))
                        .or(
                                () ->
                                        Optional.of(ticket.currentLeg())
                                                .filter(leg -> leg.state().atWindow())
                                                .flatMap(Leg::window)
                                                .flatMap(this::cutOffAt)
                                                .map(CutOffNode::node));
        return holder.map(node -> new Refusal.TicketCutOff(ticket.number(), node));
    }

    boolean isOurs(Ticket ticket) {
        return refusesActs(ticket).isEmpty();
    }

    boolean isOurs(Window window) {
        return refusesActs(window.id()).isEmpty();
    }

    /** {@return a copy of what joining an island reads and writes; the rest is as new} */
    State forJoining() {
        State copy = new State();
        copy.at = at;
        copy.setup = setup;
        copy.furnishing = furnishing;
        copy.day = day;
        copy.lastClosed = lastClosed;
        copy.joined(this);
        return copy;
    }

    /** Takes over what joining has written to the copy. */
    void joined(State copy) {
        take(numbers, copy.numbers);
        take(caseNumbers, copy.caseNumbers);
        take(tickets, copy.tickets);
        take(windows, copy.windows);
        take(claims, copy.claims);
        take(rectifications, copy.rectifications);
        take(returns, copy.returns);
        take(duties, copy.duties);
        take(help, copy.help);
        take(cases, copy.cases);
        take(tokens, copy.tokens);
        take(cutOff, copy.cutOff);
        take(islands, copy.islands);
        take(inHands, copy.inHands);
        take(conflicts, copy.conflicts);
        take(units, copy.units);
    }

    private static <K, V> void take(Map<K, V> own, Map<K, V> other) {
        own.clear();
        own.putAll(other);
    }

    private static List<Sequence> sequences(Map<String, Integer> map) {
        List<Sequence> list = new ArrayList<>();
        map.forEach((of, last) -> list.add(new Sequence(of, last)));
        return list;
    }
}
