package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.hall.Outcome;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/** Devices follow windows: the node that owns a display shows the call, whoever leads. */
class OwnersTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final Map<String, String> WINDOW_3_AT_S1 =
            Map.of(
                    "display-3", "s1",
                    "keypad-3", "s1",
                    "printer-3", "s1",
                    "speaker-3", "s1",
                    "printer-k2", "s1");

    private final FakeNodes n1 = FakeNodes.alone("n1");
    private Front front;

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void a_device_that_names_a_node_is_driven_there_and_any_other_by_the_first() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        n1.comes("s1");
        front.calls(front.takes("t1"));

        assertEquals(Optional.of("s1"), front.owner("display-3"));
        assertEquals(Optional.of("n1"), front.owner("board-1"));
        assertEquals(new DeviceView.Unseen(), front.view("display-3").content());
        assertEquals(List.of("A0001  请到 3号窗口"), front.shown("board-1").lines());
        front.close();

        FakeNodes s1 = FakeNodes.alone("s1");
        front = Front.open(s1, WINDOW_3_AT_S1);
        front.isFoundedBy("n1");
        front.isJoinedBy("s1");
        front.calls(front.takes("t1"));

        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
        assertEquals(2, front.said("speaker-3").size());
        assertEquals(new DeviceView.Unseen(), front.view("board-1").content());
    }

    @Test
    void what_the_fenced_voter_drove_is_driven_by_the_node_that_took_the_hall_over() {
        front = Front.open(FakeNodes.alone("s1"), Map.of());
        front.isFoundedBy("n1");
        front.isJoinedBy("s1");
        assertEquals(Optional.of("n1"), front.owner("display-3"));

        front.isTakenOverBy("s1", "n1");
        assertEquals(Optional.of("s1"), front.owner("display-3"));
        front.calls(front.takes("t1"));
        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
    }

    @Test
    void a_name_that_no_node_of_the_hall_has_is_missed_and_this_nodes_own_never_is() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        DevicePlan plan = new DevicePlan(List.of(display("3", "s1"), display("4", "n1")));

        assertEquals(Set.of("s1"), Owners.alone("n1").missing(plan));
        assertEquals(Set.of(), new Owners("n1", "n1", List.of("n1", "s1")).missing(plan));
        assertEquals(DeviceView.State.UNKNOWN, front.view("display-3").state());
    }

    @Test
    void a_device_elsewhere_is_as_its_node_said_last_and_unknown_while_that_is_away() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        List<String> told = new ArrayList<>();
        front.listens(
                view -> {
                    if (view.id().equals("printer-3")) {
                        told.add(view.state().code());
                    }
                });
        assertEquals(DeviceView.State.UNKNOWN, front.view("printer-3").state());

        n1.comes("s1");
        n1.says(says("s1", "printer-3", DeviceView.State.OK));
        front.later(Duration.ofSeconds(1));
        assertEquals(DeviceView.State.OK, front.view("printer-3").state());
        n1.says(says("s1", "printer-3", DeviceView.State.FAULT));
        front.later(Duration.ofSeconds(1));
        assertEquals(Optional.of(DeviceFault.Kind.NO_PAPER), front.view("printer-3").fault());
        n1.goes("s1");
        front.later(Duration.ofSeconds(1));
        assertEquals(DeviceView.State.UNKNOWN, front.view("printer-3").state());
        assertEquals(List.of("ok", "fault", "unknown"), told);
    }

    @Test
    void what_a_node_says_of_a_device_that_is_not_its_own_counts_for_nothing() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        n1.comes("s1");
        n1.says(says("s2", "printer-3", DeviceView.State.OK));
        front.later(Duration.ofSeconds(1));

        assertEquals(DeviceView.State.UNKNOWN, front.view("printer-3").state());
        assertEquals("s1", front.view("printer-3").node());
        n1.says(says("s1", "printer-3", DeviceView.State.OK));
        n1.says(says("s2", "printer-3", DeviceView.State.FAULT));
        front.later(Duration.ofSeconds(1));
        assertEquals(DeviceView.State.OK, front.view("printer-3").state());
    }

    @Test
    void while_the_node_of_a_speaker_is_away_the_board_speaks_for_it() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        n1.comes("s1");
        front.calls(front.takes("t1"));
        assertEquals(List.of(), front.said("voice-1"));

        n1.goes("s1");
        front.recalls();
        assertEquals(2, front.said("voice-1").size());
    }

    @Test
    void what_is_heard_more_than_ten_seconds_late_is_shown_and_not_spoken() {
        front = Front.open(n1, Map.of());
        TicketId ticket = front.takes("t1");
        n1.isLate(Duration.ofMillis(10_001));
        front.calls(ticket);

        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
        assertEquals(List.of("A0001  请到 3号窗口"), front.shown("board-1").lines());
        assertEquals(List.of(), front.said("speaker-3"));
        n1.isLate(Duration.ofSeconds(10));
        front.recalls();
        assertEquals(2, front.said("speaker-3").size());
    }

    @Test
    void a_slip_more_than_a_minute_late_is_not_printed_and_the_ticket_says_so() {
        front = Front.open(n1, Map.of());
        n1.isLate(Duration.ofSeconds(61));
        TicketId ticket = front.takes("t1");
        front.later(Duration.ofSeconds(1));

        assertEquals(Optional.empty(), front.printed("printer-k1"));
        assertEquals(Optional.of(Ticket.Printed.FAILED), front.ticket(ticket).printed());
    }

    @Test
    void who_gets_the_devices_of_a_retired_node_shows_how_it_is_and_says_nothing() {
        FakeNodes n2 = FakeNodes.alone("n2");
        front = Front.open(n2, Map.of());
        front.isFoundedBy("n1");
        front.isJoinedBy("n2");
        TicketId ticket = front.takes("t1");
        front.calls(ticket);
        assertEquals(new DeviceView.Unseen(), front.view("display-3").content());

        front.loses("n1");
        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
        assertEquals(List.of("A0001  请到 3号窗口"), front.shown("board-1").lines());
        assertEquals(List.of(), front.said("speaker-3"));
        front.recalls();
        assertEquals(2, front.said("speaker-3").size());
    }

    @Test
    void who_comes_later_takes_no_device_away() {
        front = Front.open(n1, Map.of());
        front.isFoundedBy("n1");
        front.calls(front.takes("t1"));
        front.isJoinedBy("n2");

        assertEquals(Optional.of("n1"), front.owner("display-3"));
        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
        assertEquals(2, front.said("speaker-3").size());
    }

    @Test
    void a_slip_of_a_kiosk_whose_node_is_away_has_failed_and_the_leader_says_so() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        TicketId ticket = front.takes("t1", "zh", Front.KIOSK_2);
        front.later(Duration.ofSeconds(1));
        assertEquals(Optional.of(Ticket.Printed.FAILED), front.ticket(ticket).printed());

        n1.comes("s1");
        TicketId there = front.takes("t2", "zh", Front.KIOSK_2);
        n1.goes("s1");
        n1.follows();
        TicketId notHere = front.takes("t3", "zh", Front.KIOSK_2);
        TicketId here = front.takes("t4", "zh", new TokenId("kiosk"));
        front.later(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), front.ticket(there).printed());
        assertEquals(Optional.empty(), front.ticket(notHere).printed());
        assertEquals(Optional.of(Ticket.Printed.YES), front.ticket(here).printed());
    }

    @Test
    void a_key_of_a_keypad_elsewhere_is_not_pressed_here() {
        front = Front.open(n1, WINDOW_3_AT_S1);
        front.visit("t1");

        assertEquals(new Press.Away("keypad-3", "s1"), front.presses("5"));
    }

    @Test
    void a_keypad_of_this_node_rates_once_however_often_it_is_pressed() {
        FakeNodes s1 = FakeNodes.alone("s1");
        s1.follows();
        front = Front.open(s1, WINDOW_3_AT_S1);
        front.calls(front.takes("t1"));
        front.serves();
        front.finishes(new Outcome.Done());

        front.presses("4");
        assertEquals(new Press.Dark("keypad-3"), front.presses("1"));
        assertEquals(1, front.asked().size());
    }

    private static DevicePlan.Spot display(String place, String node) {
        return new DevicePlan.Spot(
                "display-" + place,
                DeviceKind.DISPLAY,
                place,
                Optional.empty(),
                List.of(),
                Optional.of(node));
    }

    private static DeviceReport says(String node, String device, DeviceView.State state) {
        return new DeviceReport(
                device,
                node,
                state,
                NINE,
                state == DeviceView.State.FAULT
                        ? Optional.of(DeviceFault.Kind.NO_PAPER)
                        : Optional.empty());
    }
}
