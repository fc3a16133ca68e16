package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.hall.DividedHall.N2;
import static yichuang.hall.DividedHall.N3;
import static yichuang.hall.Halls.SOCIAL;
import static yichuang.hall.Side.ONE;
import static yichuang.hall.Side.THREE;
import static yichuang.hall.Side.TWO;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an island does, what it leaves alone, and how it comes home. */
class IslandRulesTest {
    private final DividedHall hall = new DividedHall();
    private final Side main = hall.main();

    @Test
    void it_goes_on_with_whom_its_windows_have_and_gives_numbers_of_its_own() {
        TicketId had = main.takes(SOCIAL);
        TicketId waits = main.takes(SOCIAL);
        main.calls(THREE, had);
        Side island = hall.cut(N3);
        island.serves(THREE);
        island.finishes(THREE);
        TicketId own = island.takes(SOCIAL);
        assertEquals("X0001", island.ticket(own).number());
        assertInstanceOf(Refusal.OnIsland.class, island.refuses(Side.call(THREE, waits)));
        assertInstanceOf(Refusal.OnIsland.class, island.refuses(new Command.CancelTicket(waits)));
        assertInstanceOf(
                Refusal.OnIsland.class,
                island.refuses(new Command.OpenWindow(ONE, Optional.empty())));
        island.sees(THREE, own);
        hall.heal(N3);
        assertEquals(TicketState.CLOSED, main.state(had));
        assertEquals(TicketState.CLOSED, main.state(own));
        assertEquals(TicketState.WAITING, main.state(waits));
        assertEquals(List.of(), main.conflicts());
        assertFalse(main.hall().isAway(N3));
    }

    @Test
    void nobody_moves_who_is_at_a_window_that_is_cut_off_but_a_manager() {
        TicketId had = main.takes(SOCIAL);
        main.calls(THREE, had);
        hall.cut(N3);
        assertInstanceOf(Refusal.WindowCutOff.class, main.refuses(new Command.Serve(THREE)));
        assertInstanceOf(Refusal.TicketCutOff.class, main.refuses(Side.call(ONE, had)));
        assertInstanceOf(Refusal.TicketCutOff.class, main.refuses(new Command.CancelTicket(had)));
        main.agrees(new Command.ReleaseWindow(THREE));
        main.sees(ONE, had);
    }

    @Test
    void what_it_does_is_told_as_often_as_one_likes_and_done_once() {
        Side island = hall.cut(N3);
        TicketId own = island.takes(SOCIAL);
        island.sees(THREE, own);
        island.rates(own, 5);
        hall.joins(N3, Integer.MAX_VALUE);
        byte[] once = main.hall().snapshot();
        hall.joins(N3, Integer.MAX_VALUE);
        assertArrayEquals(once, main.hall().snapshot());
    }

    @Test
    void a_part_that_is_missing_is_asked_for() {
        Side island = hall.cut(N3);
        island.takes(SOCIAL);
        List<IslandEntry> all = island.entries();
        Command later = new Command.JoinIsland(N3, 1, all.subList(1, all.size()));
        Refusal.IslandGap gap = assertInstanceOf(Refusal.IslandGap.class, main.refuses(later));
        assertEquals(1, gap.next());
        hall.heal(N3);
    }

    /** Its numbers are the hall's when it is home; were they its own, two would call them. */
    @Test
    void the_next_island_of_a_node_leaves_alone_whom_the_one_before_gave_a_number() {
        Side first = hall.cut(N3);
        TicketId before = first.takes(SOCIAL);
        hall.heal(N3);
        Side second = hall.cut(N3);
        assertInstanceOf(Refusal.OnIsland.class, second.refuses(Side.call(THREE, before)));
        main.sees(ONE, before);
        TicketId own = second.takes(SOCIAL);
        assertEquals("X0002", second.ticket(own).number());
        second.sees(THREE, own);
        hall.heal(N3);
        assertEquals(TicketState.CLOSED, main.state(own));
        assertEquals(List.of(), main.conflicts());
    }

    @Test
    void two_islands_come_home_in_any_order() {
        TicketId atTwo = main.takes(SOCIAL);
        TicketId atThree = main.takes(SOCIAL);
        main.calls(TWO, atTwo);
        main.calls(THREE, atThree);
        Side two = hall.cut(N2);
        Side three = hall.cut(N3);
        two.serves(TWO);
        two.finishes(TWO);
        three.serves(THREE);
        three.finishes(THREE);
        hall.heal(N3);
        assertEquals(TicketState.CALLED, main.state(atTwo));
        hall.heal(N2);
        assertEquals(TicketState.CLOSED, main.state(atTwo));
        assertEquals(TicketState.CLOSED, main.state(atThree));
    }

    @Test
    void what_was_over_before_the_cut_is_not_taken_back_on_the_island() {
        TicketId done = main.takes(SOCIAL);
        main.sees(THREE, done);
        Side island = hall.cut(N3);
        assertInstanceOf(Refusal.OnIsland.class, island.refuses(new Command.Undo(THREE)));
    }

    @Test
    void staff_change_places_on_the_island_while_somebody_is_served_there() {
        TicketId had = main.takes(SOCIAL);
        main.calls(THREE, had);
        Side island = hall.cut(N3);
        StaffId other = new StaffId("s2");
        island.agrees(new Command.OpenWindow(THREE, Optional.of(other)));
        hall.heal(N3);
        assertEquals(TicketState.CALLED, main.state(had));
        assertEquals(Optional.of(other), main.window(THREE).staff());
        assertEquals(List.of(), main.conflicts());
    }

    // What follows a negative rating.

    @Test
    void what_was_found_wrong_on_an_island_is_followed_up_when_it_is_home() {
        TicketId here = main.takes(SOCIAL);
        main.sees(ONE, here);
        main.rates(here, 1);
        String known = main.hall().rectifications().iterator().next().id();
        Side island = hall.cut(N3);
        Command verify =
                new Command.Rectify(
                        known,
                        new RectificationAct.Verify(RectificationAct.Finding.CONFIRMED, "属实"));
        assertInstanceOf(Refusal.OnIsland.class, island.refuses(verify));
        TicketId own = island.takes(SOCIAL);
        island.sees(THREE, own);
        island.agrees(press(own, 2));
        TicketId other = island.takes(SOCIAL);
        island.sees(THREE, other);
        island.rates(other, 1);
        island.agrees(
                new Command.Complain(
                        "c1", "kiosk", "灯坏了", Optional.empty(), Optional.of(Day.CONTACT)));
        assertEquals(1, island.hall().rectifications().size(), "an island opens none");
        main.agrees(verify);
        main.later(Duration.ofHours(1));
        hall.heal(N3);
        List<Rectification> open = List.copyOf(main.hall().rectifications());
        assertEquals(3, open.size(), "its silent press waits for its reasons");
        assertTrue(open.stream().anyMatch(one -> one.id().equals("c1") && one.isNamed()));
        assertEquals(main.now(), open.getLast().openedAt(), "its time begins here");
        main.agrees(new Command.ExplainRating(own, List.of(), Optional.of("慢")));
        assertEquals(4, main.hall().rectifications().size());
    }

    @Test
    void who_rates_once_more_on_an_island_has_judged_what_the_hall_did_meanwhile() {
        TicketId served = main.takes(SOCIAL);
        main.sees(ONE, served);
        main.rates(served, 1);
        Side island = hall.cut(N3);
        island.agrees(
                new Command.Rate(
                        "again",
                        served,
                        4,
                        Channel.QR,
                        List.of(),
                        Optional.empty(),
                        2,
                        Optional.empty()));
        hall.heal(N3);
        Rectification one = main.hall().rectifications().iterator().next();
        assertEquals(Optional.of(4), one.opinion().map(Rectification.SecondOpinion::level));
        assertEquals(List.of(), main.conflicts());
    }

    private static Command press(TicketId ticket, int level) {
        return new Command.Rate(
                "pressed",
                ticket,
                level,
                Channel.KEYPAD,
                List.of(),
                Optional.empty(),
                1,
                Optional.empty());
    }

    // Midnight.

    @Test
    void an_island_through_midnight_ends_its_day_and_begins_the_next_with_its_first_number() {
        TicketId had = main.takes(SOCIAL);
        main.calls(THREE, had);
        main.serves(THREE);
        Side island = hall.cut(N3);
        TicketId waits = island.takes(SOCIAL);
        main.agrees(new Command.CloseDay(Day.MONDAY));
        assertEquals(TicketState.SERVING, main.state(had), "the island has it");
        island.agrees(new Command.CloseDay(Day.MONDAY));
        assertEquals(TicketState.EXPIRED, island.state(waits));
        LocalDate tuesday = Day.MONDAY.plusDays(1);
        island.later(Duration.ofHours(23)).agrees(new Command.OpenDay(tuesday));
        main.later(Duration.ofHours(23)).agrees(new Command.OpenDay(tuesday));
        TicketId next = island.takes(SOCIAL);
        assertEquals("X0001", island.ticket(next).number());
        island.finishes(THREE);
        island.opens(THREE);
        island.calls(THREE, next);
        hall.heal(N3);
        assertEquals(TicketState.CALLED, main.state(next));
        assertEquals(tuesday, main.ticket(next).day());
        assertEquals(TicketState.CLOSED, main.state(had));
        assertEquals(Day.MONDAY, main.ticket(had).day());
        assertEquals(TicketState.EXPIRED, main.state(waits));
        assertTrue(main.ticket(waits).returnCode().isPresent());
        assertEquals(List.of(), main.conflicts());
        assertEquals(Optional.of(tuesday), main.hall().day().map(BusinessDay::date));
    }

    @Test
    void who_waits_of_yesterday_on_an_island_that_comes_home_late_ends_with_that_day() {
        Side island = hall.cut(N3);
        TicketId waits = island.takes(SOCIAL);
        main.agrees(new Command.CloseDay(Day.MONDAY));
        main.later(Duration.ofHours(23)).agrees(new Command.OpenDay(Day.MONDAY.plusDays(1)));
        hall.heal(N3);
        assertEquals(TicketState.EXPIRED, main.state(waits));
        assertTrue(main.ticket(waits).returnCode().isPresent());
    }

    // Clocks.

    @ParameterizedTest
    @ValueSource(longs = {60, -60})
    void a_clock_that_is_an_hour_off_moves_neither_the_halls_time_nor_its_lines(long minutes) {
        TicketId early = main.takes(SOCIAL);
        main.later(Duration.ofMinutes(1));
        byte[] known = main.hall().snapshot();
        main.agrees(new Command.CutOff(N3));
        Side island = hall.alone(N3, known, Duration.ofMinutes(minutes));
        TicketId own = island.later(Duration.ofMinutes(1)).takes(SOCIAL);
        TicketId called = island.takes(SOCIAL);
        island.calls(THREE, called);
        main.later(Duration.ofMinutes(5));
        Instant before = main.now();
        hall.heal(N3);
        assertEquals(before, main.hall().at());
        Leg waits = main.ticket(own).currentLeg();
        assertFalse(waits.since().isAfter(before), "nobody waits from a time to come");
        assertFalse(
                waits.since().isBefore(main.ticket(early).currentLeg().since()),
                "nor from before they can have come");
        assertFalse(main.window(THREE).since().isAfter(before));
        main.later(Duration.ofSeconds(1)).serves(THREE);
    }

    // What the hall decides about a node that is cut off.

    @Test
    void a_node_that_is_taken_out_of_the_hall_is_waited_for_no_more() {
        nodes();
        TicketId had = main.takes(SOCIAL);
        main.calls(THREE, had);
        hall.cut(N3);
        main.agrees(new Command.RetireNode(N3));
        assertEquals(List.of(), main.hall().cutOff());
        main.serves(THREE);
        main.finishes(THREE);
    }

    @Test
    void who_takes_the_hall_over_goes_without_the_fenced_nodes_windows_being_cut_off() {
        nodes();
        main.agrees(new Command.CutOff(N3));
        main.agrees(new Command.TakeOver(N2, 2, List.of(new NodeId("n1"), N3), 1, 1));
        assertEquals(List.of(), main.hall().cutOff());
        main.agrees(new Command.RejoinNode(N3));
        assertEquals(List.of(), main.hall().cutOff());
        assertFalse(main.hall().isAway(N3));
    }

    @Test
    void an_island_comes_home_to_a_hall_that_is_furnished_without_it_by_now() {
        Side island = hall.cut(N3);
        TicketId own = island.takes(SOCIAL);
        island.calls(THREE, own);
        main.agrees(new Command.EndCutOff(N3));
        main.agrees(new Command.Configure(Halls.small()));
        hall.heal(N3);
        assertEquals(TicketState.WAITING, main.state(own));
        assertEquals(Window.State.IDLE, main.window(THREE).state());
        assertFalse(main.hall().isAway(N3));
    }

    @Test
    void an_island_that_was_given_up_closes_what_nobody_has_gone_on_with() {
        TicketId had = main.takes(SOCIAL);
        main.calls(THREE, had);
        main.serves(THREE);
        Side island = hall.cut(N3);
        island.finishes(THREE);
        main.agrees(new Command.EndCutOff(N3));
        hall.heal(N3);
        assertEquals(TicketState.CLOSED, main.state(had));
        assertEquals(Window.State.IDLE, main.window(THREE).state());
        assertEquals(List.of(), main.conflicts());
    }

    /** Of several voters the end of the log on one's disk may never have been agreed. */
    @Test
    void a_window_of_which_the_island_is_unsure_begins_with_nobody() {
        TicketId had = main.takes(SOCIAL);
        main.calls(THREE, had);
        byte[] known = main.hall().snapshot();
        main.agrees(new Command.CutOff(N3));
        Side island = hall.alone(N3, known, Duration.ZERO, List.of(THREE));
        assertEquals(Window.State.IDLE, island.window(THREE).state());
        assertInstanceOf(Refusal.OnIsland.class, island.refuses(Side.call(THREE, had)));
        hall.heal(N3);
        assertEquals(TicketState.WAITING, main.state(had));
        assertEquals(List.of(Conflict.Kind.CALLED_WHILE_CUT_OFF), main.conflicts());
    }

    private void nodes() {
        main.agrees(
                new Command.AdmitNode(
                        Optional.empty(), new NodeId("n1"), NodeRole.VOTER, "10.0.0.1:7400", "1"));
        for (NodeId node : List.of(N2, N3)) {
            main.agrees(
                    new Command.InviteNode(
                            "code-" + node,
                            "key",
                            node,
                            NodeRole.VOTER,
                            main.now().plusSeconds(600)));
            main.agrees(
                    new Command.AdmitNode(
                            Optional.of("code-" + node),
                            node,
                            NodeRole.VOTER,
                            "10.0.0.2:7400",
                            "serial-" + node));
        }
    }
}
