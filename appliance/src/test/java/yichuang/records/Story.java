package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import yichuang.hall.Answer;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.GroupCode;
import yichuang.hall.Hall;
import yichuang.hall.Halls;
import yichuang.hall.ItemCode;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.StaffId;
import yichuang.hall.ThemeCode;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/** A real hall played by hand, its clock turned by the test; every applied entry is kept. */
public final class Story {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    public static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    public static final WindowId ONE = new WindowId("1");
    public static final WindowId THREE = new WindowId("3");

    private final Hall hall = new Hall();
    private final List<Happened> entries = new ArrayList<>();
    private Instant now = NINE;
    private BiConsumer<Entry, List<Event>> follower = (entry, events) -> {};

    /** The small hall on an open day; windows 1 and 3 open. */
    public static Story begins() {
        Story story = new Story();
        story.agree(new Command.Configure(Halls.small()));
        story.agree(new Command.OpenDay(DAY));
        story.agree(new Command.OpenWindow(ONE, Optional.of(new StaffId("s1"))));
        story.agree(new Command.OpenWindow(THREE, Optional.of(new StaffId("s2"))));
        return story;
    }

    public Hall hall() {
        return hall;
    }

    List<Happened> entries() {
        return entries;
    }

    /** From now on every applied entry also goes there. */
    public void follow(BiConsumer<Entry, List<Event>> next) {
        follower = next;
    }

    public Entry lastEntry() {
        return entries.getLast().entry();
    }

    public List<Event> lastEvents() {
        return entries.getLast().events();
    }

    public long lastIndex() {
        return entries.getLast().index();
    }

    public void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    /** Refused or not, it goes the way of every log entry. */
    public Answer say(Command command) {
        return sayAs("test", command);
    }

    /** The same in somebody's name. */
    public Answer sayAs(String by, Command command) {
        Entry entry = new Entry(now, new TokenId(by), Optional.empty(), command);
        Answer answer = hall.apply(entry);
        List<Event> events = answer instanceof Answer.Agreed agreed ? agreed.events() : List.of();
        entries.add(new Happened(entries.size() + 1L, entry, events));
        follower.accept(entry, events);
        return answer;
    }

    public void agree(Command command) {
        assertInstanceOf(Answer.Agreed.class, say(command), () -> command.toString());
    }

    public Ticket takes(String id, ItemCode... items) {
        return taken(take(id, List.of(items), Optional.empty()));
    }

    public Ticket takesTheme(String id, String theme) {
        return taken(take(id, List.of(), Optional.of(new ThemeCode(theme))));
    }

    static Command.TakeTicket take(String id, List<ItemCode> items, Optional<ThemeCode> theme) {
        return new Command.TakeTicket(
                new TicketId(id),
                items,
                theme,
                Optional.empty(),
                1,
                Optional.of(new GroupCode("elderly")),
                Optional.empty(),
                "zh",
                Optional.empty(),
                new Outlook(0, Optional.empty()));
    }

    private Ticket taken(Command.TakeTicket take) {
        agree(take);
        return hall.findTicket(take.id()).orElseThrow();
    }

    public void calls(WindowId window, String ticket, int leg) {
        agree(new Command.Call(window, new TicketId(ticket), leg, Why.byHand(Duration.ZERO)));
    }

    public void serves(WindowId window) {
        agree(new Command.Serve(window));
    }

    public void finishes(WindowId window, Outcome outcome) {
        agree(finish(window, outcome));
    }

    public static Command finish(WindowId window, Outcome outcome) {
        return new Command.Finish(
                window, outcome, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** Calls three times as the rule asks, then no-show. */
    public void misses(WindowId window) {
        for (int i = 0; i < 2; i++) {
            later(10);
            agree(new Command.Recall(window));
        }
        later(10);
        agree(new Command.NoShow(window));
    }

    public void rates(String ticket, int level) {
        agree(
                new Command.Rate(
                        "rating-" + ticket,
                        new TicketId(ticket),
                        level,
                        Channel.KEYPAD,
                        List.of(),
                        Optional.empty(),
                        1,
                        Optional.empty()));
    }

    /** Hands every entry to the records and waits until their rows are committed. */
    public void goesInto(Records records) {
        entries.forEach(one -> records.happened(one.index(), one.entry(), one.events()));
        records.awaitIndex(lastIndex()).join();
    }
}
