package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a divided hall, with a clock of its own, in the hall's words. Every act is agreed to,
 * or the test fails; {@link #refuses} is for the others.
 */
public final class Side {
    public static final WindowId ONE = new WindowId("1");
    public static final WindowId TWO = new WindowId("2");
    public static final WindowId THREE = new WindowId("3");
    private static final TokenId BY = new TokenId("test");

    private final List<IslandEntry> entries = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Rules rules = new Rules();
    private Hall hall;
    private Instant now;
    private Optional<RequestKey> key = Optional.empty();
    private int ids;
    private final String name;

    /** What this part agreed to. */
    public record Told(Entry entry, List<Event> events) {}

    Side(String name, Hall hall, Instant now) {
        this.name = name;
        this.hall = hall;
        this.now = now;
    }

    public Hall hall() {
        return hall;
    }

    public Instant now() {
        return now;
    }

    /** {@return what there is to bring home of an island} */
    public List<IslandEntry> entries() {
        return List.copyOf(entries);
    }

    public Side later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** {@return all that this part agreed to} */
    public List<Told> told() {
        return List.copyOf(told);
    }

    /** The next act is asked under this key. */
    public Side under(String one) {
        key = Optional.of(new RequestKey(BY, one, "h"));
        return this;
    }

    /** Asks whatever it is; the rules of the hall hold after it. */
    public Answer ask(Command command) {
        Entry entry = new Entry(now, BY, key, command);
        key = Optional.empty();
        Answer answer = hall.apply(entry);
        rules.hold(hall, command, answer);
        if (answer instanceof Answer.Agreed agreed) {
            told.add(new Told(entry, agreed.events()));
            hall.island()
                    .ifPresent(
                            island ->
                                    entries.addAll(
                                            IslandEntry.of(island.sequence(), entry, agreed)));
        }
        return answer;
    }

    /** {@return what the hall says to a request that it has answered already} */
    public Receipt hears(Command command) {
        return assertInstanceOf(Answer.Repeated.class, ask(command)).receipt();
    }

    public Answer.Agreed agrees(Command command) {
        return assertInstanceOf(Answer.Agreed.class, ask(command), command::toString);
    }

    public Refusal refuses(Command command) {
        return assertInstanceOf(Answer.Refused.class, ask(command), command::toString).why();
    }

    public void opens(WindowId window) {
        agrees(new Command.OpenWindow(window, Optional.empty()));
    }

    public TicketId takes(ItemCode item) {
        TicketId id = new TicketId(name + "-" + ids++);
        agrees(take(id, item));
        return id;
    }

    static Command take(TicketId id, ItemCode item) {
        return new Command.TakeTicket(
                id,
                List.of(item),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                "zh",
                Optional.empty(),
                new Outlook(0, Optional.empty()));
    }

    public void calls(WindowId window, TicketId ticket) {
        agrees(call(window, ticket));
    }

    static Command call(WindowId window, TicketId ticket) {
        return new Command.Call(window, ticket, 0, Why.byHand(Duration.ofSeconds(1)));
    }

    public void serves(WindowId window) {
        agrees(new Command.Serve(window));
    }

    public void finishes(WindowId window) {
        finishes(window, new Outcome.Done());
    }

    public void finishes(WindowId window, Outcome outcome) {
        agrees(finish(window, outcome));
    }

    static Command finish(WindowId window, Outcome outcome) {
        return new Command.Finish(
                window, outcome, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** From the call to the end. */
    public void sees(WindowId window, TicketId ticket) {
        calls(window, ticket);
        serves(window);
        finishes(window);
    }

    public void rates(TicketId ticket, int level) {
        agrees(rate(ticket, level));
    }

    public Command rate(TicketId ticket, int level) {
        return new Command.Rate(
                name + "-r" + ids++,
                ticket,
                level,
                Channel.QR,
                List.of(),
                Optional.of("好"),
                1,
                Optional.empty());
    }

    public Ticket ticket(TicketId id) {
        return hall.findTicket(id).orElseThrow();
    }

    public TicketState state(TicketId id) {
        return ticket(id).state();
    }

    public Window window(WindowId id) {
        return hall.findWindow(id).orElseThrow();
    }

    public List<Conflict.Kind> conflicts() {
        return hall.conflicts().stream().map(Conflict::kind).toList();
    }
}
