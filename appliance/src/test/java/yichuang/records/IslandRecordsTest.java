package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.hall.DividedHall.N3;
import static yichuang.hall.Halls.SOCIAL;
import static yichuang.hall.Side.ONE;
import static yichuang.hall.Side.THREE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Command;
import yichuang.hall.DividedHall;
import yichuang.hall.Outcome;
import yichuang.hall.Side;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;

/** What an island did, in the records of the hall that it came home to. */
class IslandRecordsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TempDir Path dir;
    private final DividedHall hall = new DividedHall();
    private final Side main = hall.main();

    private Records written() {
        Records records = Records.open(dir);
        long index = 0;
        for (Side.Told one : main.told()) {
            records.happened(++index, one.entry(), one.events());
        }
        records.awaitIndex(index).join();
        return records;
    }

    @Test
    void a_visit_on_an_island_is_told_with_the_times_it_had_there() {
        Side island = hall.cut(N3);
        TicketId ticket = island.takes(SOCIAL);
        island.later(Duration.ofMinutes(7)).calls(THREE, ticket);
        island.serves(THREE);
        island.later(Duration.ofMinutes(3)).finishes(THREE);
        main.later(Duration.ofHours(1));
        hall.heal(N3);
        try (Records records = written()) {
            PastTicket past = records.history().findTicket(ticket).orElseThrow();
            assertEquals("X0001", past.number());
            assertEquals(TicketState.CLOSED, past.state());
            PastTicket.PastLeg leg = past.legs().getFirst();
            assertEquals(
                    DividedHall.MORNING.plus(Duration.ofMinutes(7)), leg.servingAt().orElseThrow());
            assertEquals(
                    DividedHall.MORNING.plus(Duration.ofMinutes(10)), leg.endedAt().orElseThrow());
        }
    }

    /** Many windows, many questions, one entry of the log: nothing is written over. */
    @Test
    void each_batch_is_one_row_of_the_trail_and_everything_in_it_has_its_own() {
        Side island = hall.cut(N3);
        for (int visits = 0; visits < 4; visits++) {
            TicketId ticket = island.takes(SOCIAL);
            island.calls(THREE, ticket);
            island.serves(THREE);
            island.finishes(
                    THREE, new Outcome.Consult("业务科", island.now().plus(Duration.ofDays(1))));
        }
        List<Command.JoinIsland> batches = hall.batches(N3, island.entries(), Integer.MAX_VALUE);
        assertEquals(1, batches.size());
        hall.joins(N3, 3);
        batches.forEach(main::agrees);
        batches.forEach(main::agrees);
        main.agrees(new Command.EndCutOff(N3));
        main.sees(ONE, main.takes(SOCIAL));
        try (Records records = written()) {
            List<TrailEntry> joins =
                    records.history().trail(0, 100).stream()
                            .filter(row -> row.act().equals("join-island"))
                            .toList();
            assertTrue(joins.size() >= 2, joins::toString);
            joins.forEach(row -> assertEquals(main.now(), row.at()));
            assertTrue(joins.getLast().details().contains("sha256"), joins::toString);
            assertEquals(4, Rows.of(dir).get("DUTIES").size());
            TrailCheck check = records.history().verifyTrail();
            assertEquals(records.history().trail(0, 100).size(), check.rows());
        }
    }

    @Test
    void a_visit_after_midnight_is_of_the_day_it_was_and_the_day_is_opened_once() {
        Side island = hall.cut(N3);
        TicketId monday = island.takes(SOCIAL);
        for (Side side : List.of(main, island)) {
            side.agrees(new Command.CloseDay(MONDAY));
            side.later(Duration.ofHours(23)).agrees(new Command.OpenDay(MONDAY.plusDays(1)));
        }
        TicketId tuesday = island.takes(SOCIAL);
        hall.heal(N3);
        try (Records records = written()) {
            assertEquals(MONDAY, records.history().findTicket(monday).orElseThrow().day());
            assertEquals(
                    MONDAY.plusDays(1), records.history().findTicket(tuesday).orElseThrow().day());
            assertEquals(2, Rows.of(dir).get("DAYS").size());
        }
    }
}
