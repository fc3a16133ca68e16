package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.records.Story.DAY;
import static yichuang.records.Story.ONE;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;

/** What a manager takes home: the day's file and figures, and a trail nobody can quietly change. */
class ReportTest {
    @TempDir Path dir;

    /** Two served, one of them rated; one missed its call; one left; one the day ended on. */
    private static Story day() {
        Story story = Story.begins();
        for (int i = 1; i <= 5; i++) {
            story.takes("t" + i, Halls.SOCIAL);
        }
        for (String id : List.of("t1", "t2")) {
            story.later(60);
            story.calls(ONE, id, 0);
            story.later(20);
            story.serves(ONE);
            story.later(200);
            story.agree(
                    new Command.Finish(
                            ONE,
                            new Outcome.Done(),
                            Optional.of(id.equals("t1") ? "=cmd, \"x\"" : "C-2"),
                            Optional.empty(),
                            Optional.empty(),
                            0));
        }
        story.rates("t1", 5);
        story.calls(ONE, "t3", 0);
        story.misses(ONE);
        story.agree(new Command.CancelTicket(new TicketId("t4")));
        story.agree(new Command.CloseDay(DAY));
        return story;
    }

    @Test
    void the_file_has_a_line_for_each_leg_and_no_formula() {
        try (Records records = Records.open(dir)) {
            day().goesInto(records);

            String csv = records.reports().dayCsv(DAY);

            List<String> lines = csv.lines().toList();
            assertTrue(lines.getFirst().startsWith("\uFEFF号码 number,事项 item,"));
            assertEquals(6, lines.size());
            assertEquals(
                    "A0001,社保,社保,人社局,social,1,王芳,2026-03-02T09:00:00+08:00,"
                            + "2026-03-02T09:01:00+08:00,2026-03-02T09:01:20+08:00,"
                            + "2026-03-02T09:04:40+08:00,60,20,200,closed,DONE,"
                            + "\"'=cmd, \"\"x\"\"\",elderly,ordinary,5,keypad",
                    lines.get(1));
        }
    }

    @Test
    void the_figures_of_the_day() {
        try (Records records = Records.open(dir)) {
            day().goesInto(records);

            Summary day = records.reports().day(DAY);

            assertEquals(5, day.visits());
            assertEquals(2, day.served());
            assertEquals(3, day.called());
            assertEquals(1, day.noShows());
            assertEquals(1, day.cancelled());
            assertEquals(1, day.carriedOver());
            assertEquals(1, day.expired());
            assertEquals(0, day.open());
            assertEquals(3, day.waits().count());
            assertEquals(340, day.waits().p50());
            assertEquals(new Summary.Seconds(2, 20, 20, 20, 20), day.walks());
            assertEquals(new Summary.Seconds(2, 200, 200, 200, 200), day.services());
            assertEquals(1, day.ratings().get(5));
            assertEquals(List.of(new Summary.Coverage("人社局", 2, 1)), day.departments());
            assertTrue(records.reports().hasDay(DAY));
        }
    }

    @Test
    void a_row_changed_behind_our_back_shows() throws Exception {
        tamperedWith("UPDATE trail SET by_token = 'somebody' WHERE log_index = 4");
    }

    @Test
    void a_row_taken_out_shows() throws Exception {
        tamperedWith("DELETE FROM trail WHERE log_index = 4");
    }

    private void tamperedWith(String sql) throws Exception {
        try (Records records = Records.open(dir)) {
            day().goesInto(records);
            assertEquals(Optional.empty(), records.history().verifyTrail().brokenAt());
        }
        try (Connection connection = Database.in(dir).connect();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
        try (Records records = Records.open(dir)) {
            TrailCheck check = records.history().verifyTrail();
            assertTrue(check.brokenAt().isPresent());
            assertEquals(3, check.rows());
        }
    }
}
