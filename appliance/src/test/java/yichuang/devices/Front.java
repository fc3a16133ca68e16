package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.Halls;
import yichuang.hall.LegState;
import yichuang.hall.NodeId;
import yichuang.hall.NodeRole;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.RequestKey;
import yichuang.hall.Role;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/** The small hall with virtual devices at window 3, at two kiosks and a board; its clock is set. */
final class Front implements AutoCloseable {
    static final TokenId KIOSK_2 = new TokenId("kiosk-token-2");
    private static final WindowId THREE = new WindowId("3");

    final VirtualDevices virtual = new VirtualDevices();
    final FakeNodes nodes;
    private final Hall hall;
    private final Devices devices;
    private final List<Command> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> owners;
    private final UnaryOperator<Drivers> real;
    private Instant now;

    private Front(
            Hall hall,
            Instant now,
            FakeNodes nodes,
            Map<String, String> owners,
            UnaryOperator<Drivers> real) {
        this.hall = hall;
        this.real = real;
        this.now = now;
        this.nodes = nodes;
        this.owners = owners;
        this.devices =
                new Devices(
                        plan(owners),
                        real.apply(virtual),
                        id -> "http://hall/t/" + id,
                        new Hearing(),
                        () -> this.now,
                        nodes);
        devices.caughtUp(hall, 0);
    }

    /** A Monday, nine o'clock, window 3 open. */
    static Front open() {
        return open(FakeNodes.alone("n1"), Map.of());
    }

    /** The same, where some devices hang on other nodes than the hall's first. */
    static Front open(FakeNodes nodes, Map<String, String> owners) {
        return open(nodes, owners, UnaryOperator.identity());
    }

    /** The same with hardware: {@code real} makes some devices, and the others are virtual. */
    static Front open(UnaryOperator<Drivers> real) {
        return open(FakeNodes.alone("n1"), Map.of(), real);
    }

    private static Front open(
            FakeNodes nodes, Map<String, String> owners, UnaryOperator<Drivers> real) {
        Front front =
                new Front(new Hall(), Instant.parse("2026-03-02T01:00:00Z"), nodes, owners, real);
        front.agree(new Command.Configure(Halls.small()));
        front.agree(new Command.OpenDay(LocalDate.of(2026, 3, 2)));
        front.agree(
                new Command.GrantToken(
                        new Token(
                                KIOSK_2,
                                "hash",
                                Role.KIOSK,
                                Optional.empty(),
                                Optional.of("k2"),
                                true,
                                "kiosk 2",
                                front.now)));
        front.agree(new Command.OpenWindow(THREE, Optional.empty()));
        return front;
    }

    /** The power was off: the same hall, everything else new. */
    Front restarted() {
        close();
        return new Front(Hall.of(hall.snapshot()), now, nodes, owners, real);
    }

    private static DevicePlan plan(Map<String, String> owners) {
        List<DevicePlan.Spot> spots =
                List.of(
                        spot("display-3", DeviceKind.DISPLAY, "3"),
                        spot("keypad-3", DeviceKind.KEYPAD, "3"),
                        spot("printer-3", DeviceKind.PRINTER, "3"),
                        spot("speaker-3", DeviceKind.SPEAKER, "3"),
                        spot("caller-3", DeviceKind.CALLER, "3"),
                        spot("panic-3", DeviceKind.PANIC, "3"),
                        spot("printer-k1", DeviceKind.PRINTER, "k1"),
                        spot("printer-k2", DeviceKind.PRINTER, "k2"),
                        spot("board-1", DeviceKind.DISPLAY, "b1"),
                        spot("voice-1", DeviceKind.SPEAKER, "b1"));
        return new DevicePlan(
                spots.stream()
                        .map(
                                spot ->
                                        Optional.ofNullable(owners.get(spot.id()))
                                                .map(spot::on)
                                                .orElse(spot))
                        .toList());
    }

    private static DevicePlan.Spot spot(String id, DeviceKind kind, String place) {
        Optional<WindowId> window = place.equals("3") ? Optional.of(THREE) : Optional.empty();
        return new DevicePlan.Spot(id, kind, place, window, List.of(), Optional.empty());
    }

    TicketId takes(String id) {
        return takes(id, "zh", new TokenId("kiosk"));
    }

    TicketId takes(String id, String language, TokenId by) {
        TicketId ticket = new TicketId(id);
        agree(
                by,
                new Command.TakeTicket(
                        ticket,
                        List.of(Halls.SOCIAL),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        language,
                        Optional.empty(),
                        new Outlook(
                                2,
                                Optional.of(
                                        new Outlook.Wait(
                                                Duration.ofMinutes(8), Duration.ofMinutes(21))))));
        return ticket;
    }

    void calls(TicketId ticket) {
        agree(new Command.Call(THREE, ticket, 0, Why.byHand(Duration.ZERO)));
    }

    void recalls() {
        agree(new Command.Recall(THREE));
    }

    void serves() {
        agree(new Command.Serve(THREE));
    }

    void finishes(Outcome outcome) {
        agree(
                new Command.Finish(
                        THREE, outcome, Optional.empty(), Optional.empty(), Optional.empty(), 0));
    }

    void undoes() {
        agree(new Command.Undo(THREE));
    }

    void pauses() {
        agree(new Command.PauseWindow(THREE));
    }

    void closesWindow() {
        agree(new Command.CloseWindow(THREE));
    }

    void reprints(TicketId ticket, String printer) {
        agree(new Command.Reprint(ticket, printer));
    }

    /** The hall is one of several nodes from now on; this is the first, unless it joins later. */
    void isFoundedBy(String node) {
        agree(
                new Command.AdmitNode(
                        Optional.empty(), new NodeId(node), NodeRole.VOTER, node + ":7400", node));
    }

    void isJoinedBy(String node) {
        NodeId id = new NodeId(node);
        agree(
                new Command.InviteNode(
                        node, "key", id, NodeRole.VOTER, now.plus(Duration.ofMinutes(30))));
        agree(new Command.AdmitNode(Optional.of(node), id, NodeRole.VOTER, node + ":7400", node));
    }

    void isTakenOverBy(String node, String without) {
        agree(new Command.TakeOver(new NodeId(node), 2, List.of(new NodeId(without)), 1, 100));
    }

    void loses(String node) {
        agree(new Command.RetireNode(new NodeId(node)));
    }

    /** Somebody at window 3 was called, served and is done. */
    TicketId visit(String id) {
        TicketId ticket = takes(id);
        calls(ticket);
        serves();
        finishes(new Outcome.Done());
        return ticket;
    }

    Press presses(String key) {
        return presses("keypad-3", key);
    }

    Press presses(String device, String key) {
        return devices.press(device, key, Optional.empty()).toCompletableFuture().join();
    }

    void later(Duration time) {
        now = now.plus(time);
        idle();
        devices.tick();
    }

    /** Looks at every device, as is done every few seconds. */
    void looks() {
        idle();
        devices.check();
    }

    Face shown(String display) {
        return ((DeviceView.Shown) view(display).content()).face();
    }

    List<String> said(String speaker) {
        return ((DeviceView.Said) view(speaker).content()).sentences();
    }

    Optional<Slip> printed(String printer) {
        return ((DeviceView.Printed) view(printer).content()).last();
    }

    DeviceView.Lit keypad() {
        return (DeviceView.Lit) view("keypad-3").content();
    }

    void listens(Consumer<DeviceView> listener) {
        devices.listen(listener);
    }

    Optional<String> owner(String device) {
        return devices.owner(device);
    }

    /** How the device stands once it has done everything. */
    DeviceView view(String device) {
        idle();
        return devices.find(device).orElseThrow();
    }

    Ticket ticket(TicketId id) {
        return hall.findTicket(id).orElseThrow();
    }

    /** Everything the devices asked the hall for. */
    List<Command> asked() {
        return asked;
    }

    /** The hall as the devices ask it. */
    private final class Hearing implements Asking {
        @Override
        public CompletionStage<Answer> ask(TokenId by, Optional<RequestKey> key, Command command) {
            return Front.this.ask(by, command);
        }

        /** The ticket that waits longest. */
        @Override
        public CompletionStage<Optional<Answer>> callNext(
                TokenId by, Optional<RequestKey> key, WindowId window) {
            return hall.tickets().stream()
                    .filter(ticket -> ticket.currentLeg().state() == LegState.WAITING)
                    .findFirst()
                    .map(next -> new Command.Call(window, next.id(), 0, Why.byHand(Duration.ZERO)))
                    .map(call -> ask(by, key, call).thenApply(Optional::of).toCompletableFuture())
                    .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        }
    }

    private CompletionStage<Answer> ask(TokenId by, Command command) {
        asked.add(command);
        return CompletableFuture.completedFuture(apply(by, command));
    }

    private void agree(Command command) {
        agree(new TokenId("test"), command);
    }

    private void agree(TokenId by, Command command) {
        assertInstanceOf(Answer.Agreed.class, apply(by, command), command::toString);
    }

    /** One after the other, for hardware has threads of its own. */
    private synchronized Answer apply(TokenId by, Command command) {
        Entry entry = new Entry(now, by, Optional.empty(), command);
        Answer answer = hall.apply(entry);
        if (answer instanceof Answer.Agreed agreed) {
            devices.happened(hall, 0, entry, agreed.events());
        }
        return answer;
    }

    private void idle() {
        try {
            devices.awaitIdle();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        devices.close();
    }
}
