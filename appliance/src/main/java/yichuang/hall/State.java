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
        snapshot.remembered().forEach(state.memory::add);
        return state;
    }

    private static List<Sequence> sequences(Map<String, Integer> map) {
        List<Sequence> list = new ArrayList<>();
        map.forEach((of, last) -> list.add(new Sequence(of, last)));
        return list;
    }
}
