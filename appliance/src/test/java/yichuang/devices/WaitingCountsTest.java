package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.Halls;
import yichuang.hall.ItemCode;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;

/** The staff sees on its pad how many wait for this window. */
class WaitingCountsTest {
    private static final WindowId ONE = new WindowId("1");
    private static final WindowId THREE = new WindowId("3");
    private static final WindowId FOUR = new WindowId("4");

    /** A pad that can show it. */
    private static final class Pad implements Caller {
        private Counter shown = Counter.NOBODY;

        @Override
        public void show(Counter counter) {
            shown = counter;
        }

        @Override
        public boolean showsWaiting() {
            return true;
        }

        @Override
        public void check() {}
    }

    /** Virtual devices, but for the pad. */
    private record WithPad(Drivers others, Caller pad) implements Drivers {
        @Override
        public boolean isVirtual(String device) {
            return others.isVirtual(device);
        }

        @Override
        public Display display(DevicePlan.Spot spot) {
            return others.display(spot);
        }

        @Override
        public Keypad keypad(DevicePlan.Spot spot, Keys keys) {
            return others.keypad(spot, keys);
        }

        @Override
        public Printer printer(DevicePlan.Spot spot) {
            return others.printer(spot);
        }

        @Override
        public Speaker speaker(DevicePlan.Spot spot) {
            return others.speaker(spot);
        }

        @Override
        public Caller caller(DevicePlan.Spot spot, Keys keys) {
            return pad;
        }

        @Override
        public PanicButton panic(DevicePlan.Spot spot, Keys keys) {
            return others.panic(spot, keys);
        }
    }

    private static int shown(Front front, Pad pad) {
        var unused = front.view("caller-3");
        return pad.shown.waiting();
    }

    @Test
    void who_takes_a_ticket_is_counted_until_called() {
        Pad pad = new Pad();
        try (Front front = Front.open(others -> new WithPad(others, pad))) {
            TicketId first = front.takes("a");
            front.takes("b");
            assertEquals(2, shown(front, pad));

            front.calls(first);
            assertEquals(1, shown(front, pad));
            assertEquals(front.ticket(first).number(), pad.shown.number().orElseThrow());

            front.undoes();
            assertEquals(2, shown(front, pad));
        }
    }

    @Test
    void after_a_restart_it_is_counted_anew() {
        Pad pad = new Pad();
        try (Front front = Front.open(others -> new WithPad(others, pad))) {
            front.takes("a");
            front.takes("b");
            pad.shown = Caller.Counter.NOBODY;
            try (Front again = front.restarted()) {
                assertEquals(2, shown(again, pad));
            }
        }
    }

    /** Kept by one with each event, it is at all times what counting would find. */
    @Test
    void it_never_differs_from_counting_all_who_wait() {
        Pad pad = new Pad();
        Random random = new Random(11);
        try (Front front = Front.open(others -> new WithPad(others, pad))) {
            List<TicketId> waiting = new ArrayList<>();
            for (int step = 0; step < 300; step++) {
                if (random.nextInt(3) > 0 || waiting.isEmpty()) {
                    waiting.add(front.takes("t" + step));
                } else {
                    front.calls(waiting.remove(random.nextInt(waiting.size())));
                    front.serves();
                    front.finishes(new Outcome.Done());
                }
                assertEquals(
                        waiting.stream()
                                .filter(id -> front.ticket(id).state() == TicketState.WAITING)
                                .count(),
                        shown(front, pad));
            }
        }
    }

    @Test
    void a_window_counts_only_what_it_takes() {
        Hall hall = new Hall();
        does(hall, new Command.Configure(Halls.small()));
        does(hall, new Command.OpenDay(LocalDate.of(2026, 3, 2)));
        for (ItemCode item : List.of(Halls.MEDICAL, Halls.LICENCE, Halls.SOCIAL)) {
            does(
                    hall,
                    new Command.TakeTicket(
                            new TicketId("for-" + hall.tickets().size()),
                            List.of(item),
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            Optional.empty(),
                            Optional.empty(),
                            "zh",
                            Optional.empty(),
                            new Outlook(0, Optional.empty())));
        }
        WaitingCounts counts = new WaitingCounts(List.of(ONE, THREE, FOUR));

        assertEquals(Set.of(ONE, THREE, FOUR), counts.rebuild(hall));

        assertEquals(1, counts.at(ONE));
        assertEquals(2, counts.at(THREE));
        assertEquals(1, counts.at(FOUR));
    }

    private static void does(Hall hall, Command command) {
        assertInstanceOf(
                Answer.Agreed.class,
                hall.apply(
                        new Entry(
                                Instant.parse("2026-03-02T01:00:00Z"),
                                new TokenId("test"),
                                Optional.empty(),
                                command)));
    }
}
