package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A business day begins with 0001 and ends with everybody accounted for. */
class BusinessDayTest {
    private static final String EVENING =
            """
            16:50  window 1 opens
            16:50  window 2 opens
            16:51  A0001 takes 社保
            16:52  A0002 takes 社保
            16:53  A0003 takes 社保
            16:54  window 1 calls A0001
            16:55  window 1 serves
            16:56  window 2 calls A0002
            17:00  A0004 takes 社保             -> refused HallClosed
            """;

    @Test
    void the_end_of_the_day_gives_every_open_ticket_a_recorded_end() {
        Day day =
                Day.play(EVENING)
                        .more(
                                """
                                20:00  day ends                     -> A0003 expired
                                20:01  watch                        -> A0002 expired
                                20:02  watch                        -> A0001 serving
                                20:03  watch                        -> window 2 closed
                                20:10  window 1 finishes DONE       -> A0001 closed
                                """);
        assertTrue(day.ticket("A0003").returnCode().isPresent());
    }

    @Test
    void who_was_not_served_gets_a_returning_ticket_the_next_day_and_numbers_start_again() {
        Day day = Day.play(EVENING + "20:00  day ends");
        String code = day.ticket("A0003").returnCode().orElseThrow();
        day.open(Day.MONDAY.plusDays(1))
                .more("08:31  A0001 takes with " + code + " -> A0001 waiting");
        assertEquals(Ticket.Standing.RETURNING, day.ticket("A0001").standing());
    }

    @Test
    void a_day_that_was_closed_does_not_open_again() {
        Day day = Day.play(EVENING + "20:00  day ends");
        day.open(Day.MONDAY).more("20:10  A0009 takes 社保 -> refused HallClosed");
    }

    @Test
    void a_day_closed_by_a_wrong_clock_is_as_it_was_when_the_time_is_corrected() {
        Day day = Day.play(EVENING + "20:00  day ends -> A0003 expired");
        Instant ten = Instant.parse("2026-03-02T02:00:00Z");
        day.hall()
                .apply(
                        new Entry(
                                ten,
                                new TokenId("admin"),
                                Optional.empty(),
                                new Command.CorrectTime(ten)));
        assertEquals(TicketState.WAITING, day.ticket("A0003").state());
        assertEquals(TicketState.WAITING, day.ticket("A0002").state());
        assertEquals(ten, day.hall().at());
        day.more("10:05  A0004 takes 社保 -> A0004 waiting");
    }

    @Test
    void working_days_follow_the_calendar_with_days_worked_instead() {
        WorkingDays days = Halls.small().workingDays();
        assertTrue(days.isWorkingDay(LocalDate.of(2026, 5, 9)), "a Saturday worked instead");
        assertTrue(!days.isWorkingDay(LocalDate.of(2026, 5, 1)), "a holiday");
        assertEquals(LocalDate.of(2026, 5, 8), days.after(LocalDate.of(2026, 4, 30), 5));
    }

    @Test
    void a_window_opened_on_a_sunday_opens_an_extra_day() {
        Day day = Day.play("09:00  window 1 opens\n20:00  day ends");
        Hall hall = day.hall();
        Instant sunday = Instant.parse("2026-03-08T02:00:00Z");
        assertTrue(hall.closedAt(sunday).isPresent());
        hall.apply(
                new Entry(
                        sunday,
                        new TokenId("t"),
                        Optional.empty(),
                        new Command.OpenWindow(new WindowId("1"), Optional.empty())));
        assertTrue(hall.closedAt(sunday.plusSeconds(60)).isEmpty());
        assertEquals(Optional.empty(), hall.dueDay(sunday.plusSeconds(3600)));
        assertEquals(
                Optional.of(new Command.CloseDay(LocalDate.of(2026, 3, 8))),
                hall.dueDay(Instant.parse("2026-03-08T12:00:00Z")));
    }
}
