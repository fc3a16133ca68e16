package yichuang.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static yichuang.records.Story.ONE;
import static yichuang.records.Story.THREE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.records.Story;

/** Behind each number of the manager's page stand as many tickets as it says, and those. */
class BehindTest {
    private static final Part HALL = new Part(Optional.empty(), Optional.empty(), Optional.empty());

    private final HallMetrics metrics = new HallMetrics(new SimpleMeterRegistry());
    private final Story story = Story.begins();

    BehindTest() {
        metrics.rebuild(story.hall());
        story.follow((entry, events) -> metrics.happened(story.hall(), 1, entry, events));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void who_waits_longest_stands_first() {
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.takes("t2", Halls.SOCIAL);

        Behind waiting = behind(Figure.WAITING, HALL);

        assertEquals(List.of("t1", "t2"), ids(waiting));
        assertEquals(Duration.ofMinutes(1), waiting.first(1).getFirst().waited());
        assertEquals(live().hall().waiting(), waiting.entries().size());
    }

    @Test
    void a_wait_that_ended_says_how_long_it_was_and_at_which_window() {
        story.takes("t1", Halls.SOCIAL);
        story.takes("t2", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.later(1_000);
        story.calls(THREE, "t2", 0);

        assertEquals(List.of("t2"), ids(behind(Figure.CALLED15, HALL)));
        Behind hour = behind(Figure.CALLED60, HALL);
        assertEquals(List.of("t2", "t1"), ids(hour));
        assertEquals(Duration.ofSeconds(1_060), hour.first(1).getFirst().waited());
        assertEquals(Optional.of(THREE), hour.first(1).getFirst().window());
        assertEquals(live().hall().last60Minutes().count(), hour.entries().size());
        assertEquals(List.of("t2", "t1"), ids(behind(Figure.AT_WINDOW, HALL)));
    }

    @Test
    void who_missed_a_call_stays_behind_the_rate_when_back() {
        story.takes("t1", Halls.SOCIAL);
        story.takes("t2", Halls.SOCIAL);
        story.calls(ONE, "t1", 0);
        story.calls(THREE, "t2", 0);
        story.misses(ONE);
        story.later(60);
        story.agree(new Command.ComeBack(new TicketId("t1")));

        assertEquals(List.of("t1"), ids(behind(Figure.NO_SHOW, HALL)));
        assertEquals(2, behind(Figure.CALLED, HALL).entries().size());
        assertEquals(0.5, live().noShowRate());
    }

    @Test
    void a_part_of_the_hall_has_the_tickets_of_its_line() {
        story.takes("t1", Halls.SOCIAL);
        story.takes("t2", Halls.LICENCE);

        for (Live.Line line : live().series()) {
            Part part = new Part(Optional.empty(), Optional.of(line.of()), Optional.empty());
            assertEquals(line.waiting(), behind(Figure.WAITING, part).entries().size());
        }
        for (Live.Line line : live().groups()) {
            Part part = new Part(Optional.empty(), Optional.empty(), Optional.of(line.of()));
            assertEquals(line.waiting(), behind(Figure.WAITING, part).entries().size());
        }
        for (Live.Line line : live().zones()) {
            Part part = new Part(Optional.of(line.of()), Optional.empty(), Optional.empty());
            assertEquals(line.waiting(), behind(Figure.WAITING, part).entries().size());
        }
    }

    private Behind behind(Figure figure, Part part) {
        return metrics.behind(story.hall(), story.hall().at(), figure, part);
    }

    private Live live() {
        return metrics.live(story.hall(), story.hall().at());
    }

    private static List<String> ids(Behind behind) {
        return behind.first(500).stream()
                .map(Behind.Entry::ticket)
                .map(Ticket::id)
                .map(TicketId::value)
                .toList();
    }
}
