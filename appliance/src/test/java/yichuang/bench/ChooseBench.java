package yichuang.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import yichuang.dispatch.Choice;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.dispatch.Script;
import yichuang.dispatch.ScriptError;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.GroupCode;
import yichuang.hall.Hall;
import yichuang.hall.Hours;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.LegState;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.PriorityGroup;
import yichuang.hall.RatingSetup;
import yichuang.hall.Series;
import yichuang.hall.Setup;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.VisitRules;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.WorkingDays;
import yichuang.hall.Zone;
import yichuang.hall.ZoneCode;

/**
 * How long one choice takes in a hall of 80 windows with 2,000 waiting, while people come and are
 * called. Ten zones of eight windows, twelve items each; a window takes its zone's items, and four
 * of the next zone's when it can; one in four belongs to a priority group. The script scores every
 * candidate, none of whom is overdue. Once more with every window taking every item, so that all
 * 2,000 are candidates, and once with 10 and with 20,000 waiting.
 */
public final class ChooseBench {
    private static final String SCRIPT =
            """
            function score(ticket, window, hall) {
                var points = ticket.points;
                if (ticket.group === "elderly" && hall.time < "11:00") {
                    points += 30;
                }
                if (window.primary && ticket.itemName.indexOf("企业") >= 0) {
                    points = points * 1.5 + ticket.legsLeft;
                }
                return points - ticket.count;
            }
            """;

    private static final TokenId BY = new TokenId("bench");
    private static final int ZONES = 10;
    private static final int WINDOWS = 80;
    private static final int ITEMS_PER_ZONE = 12;
    private static final int WAITING = 2_000;
    private static final int CHOICES = 20_000;
    private static final int WARM = 3_000;
    private static final int POSTPONES = 2_000;
    private static final long LATE_NANOS = 45_000_000;

    private final Random random;
    private final Hall hall = new Hall();
    private final Dispatch dispatch;
    private final boolean scripted;
    private final long[] ticketNanos;
    private final long[] chooseNanos;
    private final long[] postponeNanos = new long[POSTPONES];
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private int tickets;
    private int chosen;
    private int late;

    private ChooseBench(long seed, Setup setup, Optional<Script> script, int choices) {
        random = new Random(seed);
        ticketNanos = new long[choices];
        chooseNanos = new long[choices];
        dispatch = new Dispatch(settings());
        dispatch.script(script);
        scripted = script.isPresent();
        apply(new Command.Configure(setup));
        apply(new Command.OpenDay(LocalDate.of(2026, 3, 2)));
        setup.windows().forEach(one -> apply(new Command.OpenWindow(one.id(), Optional.empty())));
    }

    /** Takes {@code --seed N --scale F}; 20,000 × F choices in each run. */
    public static void main(String[] args) throws ScriptError {
        long seed = 1;
        double scale = 1;
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals("--seed")) {
                seed = Long.parseLong(args[i + 1]);
            } else if (args[i].equals("--scale")) {
                scale = Double.parseDouble(args[i + 1]);
            }
        }
        int choices = (int) Math.max(100, Math.round(CHOICES * scale));
        Optional<Script> script = Optional.of(Script.compile("bench.js", SCRIPT));
        ChooseBench builtIn = run(seed, zoned(), Optional.empty(), WAITING, choices);
        ChooseBench scripted = run(seed, zoned(), script, WAITING, choices);
        ChooseBench everyItem = run(seed, comprehensive(), script, WAITING, choices / 4);
        ChooseBench few = run(seed, zoned(), Optional.empty(), 10, choices);
        ChooseBench many = run(seed, zoned(), Optional.empty(), 20_000, choices);
        System.out.printf(
                "{\"builtinP99Micros\":%.1f,\"scriptedP99Micros\":%.1f,\"windows\":%d,"
                        + "\"waiting\":%d,\"choices\":%d,\"builtinP50Micros\":%.1f,"
                        + "\"scriptedP50Micros\":%.1f,\"scriptedAll2000P50Micros\":%.1f,"
                        + "\"scriptedAll2000P99Micros\":%.1f,\"scriptLate\":%d,"
                        + "\"ticketP50Micros10\":%.2f,\"ticketP50Micros20000\":%.2f,"
                        + "\"chooseP50Micros10\":%.2f,\"chooseP50Micros20000\":%.2f,"
                        + "\"postponeP50Micros\":%.1f,\"postponeP99Micros\":%.1f,"
                        + "\"postponeP50Micros20000\":%.1f}%n",
                micros(builtIn.chooseNanos, 0.99),
                micros(scripted.chooseNanos, 0.99),
                WINDOWS,
                WAITING,
                choices,
                micros(builtIn.chooseNanos, 0.5),
                micros(scripted.chooseNanos, 0.5),
                micros(everyItem.chooseNanos, 0.5),
                micros(everyItem.chooseNanos, 0.99),
                scripted.late + everyItem.late,
                micros(few.ticketNanos, 0.5),
                micros(many.ticketNanos, 0.5),
                micros(few.chooseNanos, 0.5),
                micros(many.chooseNanos, 0.5),
                micros(builtIn.postponeNanos, 0.5),
                micros(builtIn.postponeNanos, 0.99),
                micros(many.postponeNanos, 0.5));
    }

    private static ChooseBench run(
            long seed, Setup setup, Optional<Script> script, int waiting, int choices) {
        ChooseBench bench = new ChooseBench(seed, setup, script, Math.max(choices, WARM));
        while (bench.tickets < waiting) {
            bench.take(0);
        }
        for (int i = 0; i < WARM; i++) {
            bench.round(i);
        }
        bench.chosen = 0;
        bench.late = 0;
        for (int i = 0; i < choices; i++) {
            bench.round(i);
        }
        bench.postpones();
        bench.postpones();
        if (bench.dispatch.scriptInForce().isEmpty() && script.isPresent()) {
            throw new IllegalStateException("switched off: " + bench.dispatch.faults());
        }
        return bench;
    }

    /** Decides for people anywhere in line, and moves none of them. */
    private void postpones() {
        List<TicketId> waiting =
                hall.tickets().stream()
                        .filter(one -> one.currentLeg().state() == LegState.WAITING)
                        .map(Ticket::id)
                        .toList();
        for (int i = 0; i < POSTPONES; i++) {
            TicketId one = waiting.get(random.nextInt(waiting.size()));
            long start = System.nanoTime();
            dispatch.postponed(hall, one, 1 + i % 20, now);
            postponeNanos[i] = System.nanoTime() - start;
        }
    }

    /** Somebody comes, some window calls, serves and finishes: as many wait as before. */
    private void round(int index) {
        take(index);
        WindowId window = new WindowId(String.valueOf(random.nextInt(WINDOWS)));
        long start = System.nanoTime();
        Optional<Choice> choice = dispatch.choose(hall, window, now);
        long taken = System.nanoTime() - start;
        if (choice.isEmpty()) {
            return;
        }
        Choice one = choice.get();
        boolean answered = !scripted || !one.why().policy().equals(Dispatch.BUILT_IN);
        // A script that is late has cost its 50 ms; the calls while it is still busy cost nothing.
        if (answered || taken > LATE_NANOS) {
            chooseNanos[chosen++ % chooseNanos.length] = taken;
        }
        late += answered ? 0 : 1;
        dispatch.claim(one, window);
        apply(new Command.Call(window, one.ticket(), one.leg(), one.why()));
        dispatch.release(one, window);
        apply(new Command.Serve(window));
        apply(
                new Command.Finish(
                        window,
                        new Outcome.Done(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0));
    }

    /** What the policy does for a newcomer: ahead, then standing in line. */
    private void take(int index) {
        // A hundred rounds a second: a day's waits without anybody becoming overdue.
        now = now.plusMillis(10);
        ItemCode item = item(random.nextInt(ZONES), random.nextInt(ITEMS_PER_ZONE));
        Optional<GroupCode> group =
                random.nextInt(4) == 0 ? Optional.of(new GroupCode("elderly")) : Optional.empty();
        long start = System.nanoTime();
        int ahead = dispatch.ahead(hall, List.of(item), group, Ticket.Standing.ORDINARY, now);
        long asked = System.nanoTime() - start;
        Answer answer =
                hall.apply(
                        entry(
                                new Command.TakeTicket(
                                        new TicketId("t" + tickets++),
                                        List.of(item),
                                        Optional.empty(),
                                        Optional.empty(),
                                        1,
                                        group,
                                        Optional.empty(),
                                        "zh",
                                        Optional.empty(),
                                        new Outlook(ahead, Optional.empty()))));
        start = System.nanoTime();
        dispatch.follow(hall, ((Answer.Agreed) answer).events());
        ticketNanos[index % ticketNanos.length] = asked + System.nanoTime() - start;
    }

    private void apply(Command command) {
        if (hall.apply(entry(command)) instanceof Answer.Agreed agreed) {
            dispatch.follow(hall, agreed.events());
        } else {
            throw new IllegalStateException("refused: " + command);
        }
    }

    private Entry entry(Command command) {
        return new Entry(now, BY, Optional.empty(), command);
    }

    private static double micros(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1000.0;
    }

    private static PolicySettings settings() {
        return new PolicySettings(
                PolicySettings.Mode.WEIGHTED,
                Map.of("ordinary", 1.0, "elderly", 2.0),
                Map.of("ordinary", Duration.ofMinutes(600), "elderly", Duration.ofMinutes(600)),
                Duration.ofMinutes(30),
                Duration.ofMinutes(20),
                0.6,
                Map.of(),
                List.of());
    }

    private static ItemCode item(int zone, int index) {
        return new ItemCode("z" + zone + "-" + index);
    }

    private static Setup zoned() {
        List<WindowSetup> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            int zone = i % ZONES;
            List<ItemCode> primary = new ArrayList<>();
            for (int j = 0; j < ITEMS_PER_ZONE; j++) {
                primary.add(item(zone, j));
            }
            List<ItemCode> secondary = new ArrayList<>();
            for (int j = 0; j < ITEMS_PER_ZONE / 3; j++) {
                secondary.add(item((zone + 1) % ZONES, j));
            }
            windows.add(window(i, primary, secondary));
        }
        return setup(windows);
    }

    private static Setup comprehensive() {
        List<ItemCode> all = new ArrayList<>();
        for (int zone = 0; zone < ZONES; zone++) {
            for (int j = 0; j < ITEMS_PER_ZONE; j++) {
                all.add(item(zone, j));
            }
        }
        List<WindowSetup> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            windows.add(window(i, all, List.of()));
        }
        return setup(windows);
    }

    private static WindowSetup window(int index, List<ItemCode> primary, List<ItemCode> secondary) {
        return new WindowSetup(
                new WindowId(String.valueOf(index)),
                index + "号窗口",
                zone(index % ZONES),
                primary,
                secondary);
    }

    private static ZoneCode zone(int index) {
        return new ZoneCode("zone-" + index);
    }

    private static Setup setup(List<WindowSetup> windows) {
        List<Zone> zones = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ZONES; i++) {
            zones.add(new Zone(zone(i), "区" + i, "Zone " + i));
            for (int j = 0; j < ITEMS_PER_ZONE; j++) {
                items.add(furnished(i, j));
            }
        }
        return new Setup(
                "bench",
                "测试大厅",
                "Asia/Shanghai",
                zones,
                List.of(new Series("A", "号")),
                items,
                List.of(),
                windows,
                List.of(new PriorityGroup(new GroupCode("elderly"), "老年人", "Elderly", "", true)),
                List.of(),
                new Hours(LocalTime.of(7, 0), LocalTime.of(19, 0), LocalTime.of(22, 0), List.of()),
                new WorkingDays(List.of(), List.of()),
                new VisitRules(
                        3,
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(60),
                        5,
                        1,
                        3),
                RatingSetup.PLAIN,
                List.of());
    }

    private static Item furnished(int zone, int index) {
        return new Item(
                item(zone, index),
                "事项" + zone + "-" + index,
                "Item",
                "20",
                "",
                4,
                "",
                List.of("1"),
                List.of(),
                "即时",
                "免费",
                "部门",
                zone(zone),
                "A",
                List.of(),
                true,
                false,
                false,
                Optional.empty(),
                10,
                List.of());
    }
}
