package yichuang.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.records.Story.ONE;
import static yichuang.records.Story.THREE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Hall;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.RectificationAct;
import yichuang.hall.TicketId;
import yichuang.hall.Window;
import yichuang.records.Story;

/** What Prometheus and the manager's page say of a hall, now and after a restart. */
class HallMetricsTest {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HallMetrics metrics = new HallMetrics(registry);
    private final Story story = Story.begins();

    HallMetricsTest() {
        metrics.rebuild(story.hall());
        story.follow((entry, events) -> metrics.happened(story.hall(), 1, entry, events));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    private void says(String line) {
        says(registry, line);
    }

    private static void says(PrometheusMeterRegistry registry, String line) {
        String all = registry.scrape();
        List<String> hall = all.lines().filter(one -> one.startsWith("hall_")).toList();
        assertTrue(all.lines().anyMatch(line::equals), () -> line + "\nnot in\n" + hall);
    }

    @Test
    void what_is_followed_up_and_what_is_overdue_is_counted() {
        story.agree(new Command.Complain("c1", "kiosk", "灯坏了", Optional.empty(), Optional.empty()));
        story.agree(new Command.Complain("c2", "kiosk", "门坏了", Optional.empty(), Optional.empty()));
        says("hall_rectifications{state=\"open\"} 2.0");
        says("hall_rectifications{state=\"overdue\"} 0.0");
        story.later(Duration.ofDays(2).toSeconds());
        story.agree(new Command.EscalateRectifications());
        says("hall_rectifications{state=\"overdue\"} 2.0");
        story.agree(
                new Command.Rectify(
                        "c1",
                        new RectificationAct.Verify(RectificationAct.Finding.CONFIRMED, "属实")));
        says("hall_rectifications{state=\"overdue\"} 1.0");
        metrics.rebuild(story.hall());
        says("hall_rectifications{state=\"open\"} 2.0");
    }

    @Test
    void the_names_are_the_contracts() {
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.serves(ONE);
        story.later(120);
        story.finishes(ONE, new Outcome.Done());
        metrics.committed(2_000_000, 5);

        says("hall_waiting_tickets{zone=\"social\"} 0.0");
        says("hall_wait_seconds_count{zone=\"social\"} 1");
        says("hall_wait_seconds_sum{zone=\"social\"} 60.0");
        says("hall_wait_seconds_bucket{zone=\"social\",le=\"60.0\"} 1");
        says("hall_service_seconds_count 1");
        says("hall_service_seconds_sum 120.0");
        says("hall_windows{state=\"idle\"} 2.0");
        says("hall_windows{state=\"closed\"} 2.0");
        says("hall_tickets_total 1.0");
        says("log_commit_seconds_count 1");
        String all = registry.scrape();
        for (String name :
                List.of(
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "system_cpu_count",
                        "process_uptime_seconds",
                        "jvm_gc_")) {
            assertTrue(all.contains("\n" + name), name);
        }
    }

    @Test
    void the_walk_to_the_window_is_no_wait_and_no_service() {
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.later(30);
        story.serves(ONE);
        story.later(120);
        story.finishes(ONE, new Outcome.Done());

        says("hall_wait_seconds_sum{zone=\"social\"} 60.0");
        says("hall_service_seconds_sum 120.0");
    }

    @Test
    void who_comes_back_after_a_missed_call_does_not_wait_a_second_time() {
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.misses(ONE);
        story.later(300);
        story.agree(new Command.ComeBack(new TicketId("t1")));
        says("hall_waiting_tickets{zone=\"social\"} 1.0");
        story.calls(ONE, "t1", 0);

        says("hall_wait_seconds_count{zone=\"social\"} 1");
        says("hall_wait_seconds_sum{zone=\"social\"} 60.0");
        assertEquals(1.0, live().noShowRate());
    }

    @Test
    void the_managers_page_shows_who_waits_and_how_those_called_lately_waited() {
        for (int i = 1; i <= 4; i++) {
            story.takes("t" + i, Halls.SOCIAL);
        }
        story.later(600);
        story.calls(ONE, "t1", 0);
        story.later(600);
        story.calls(THREE, "t2", 0);

        Live live = live();

        assertEquals(2, live.hall().waiting());
        assertEquals(Duration.ofMinutes(20), live.hall().longestWait());
        assertEquals(new Live.Waits(2, 900, 1_140, 0.5), live.hall().last60Minutes());
        assertEquals(2, live.zones().getFirst().last15Minutes().count());
        assertEquals(2, live.windows().get(Window.State.CALLED));
        assertEquals(2, line(live.groups(), "elderly").waiting());
        assertEquals(0, line(live.series(), "B").waiting());
        assertEquals(0.0, live.noShowRate());
    }

    @Test
    void an_undone_call_leaves_no_wait_and_no_missed_call_on_the_managers_page() {
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.agree(new Command.Undo(ONE));

        says("hall_waiting_tickets{zone=\"social\"} 1.0");
        assertEquals(0, live().hall().last60Minutes().count());
        story.calls(ONE, "t1", 0);
        story.misses(ONE);
        story.agree(new Command.Undo(ONE));
        assertEquals(0.0, live().noShowRate());
    }

    @Test
    void after_a_restart_the_figures_start_from_what_the_state_says() {
        for (int i = 1; i <= 3; i++) {
            story.takes("t" + i, Halls.SOCIAL);
        }
        story.later(60);
        story.calls(ONE, "t1", 0);

        PrometheusMeterRegistry after = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (HallMetrics again = new HallMetrics(after)) {
            Hall recovered = Hall.of(story.hall().snapshot());
            again.happened(recovered, 1, story.lastEntry(), story.lastEvents());
            again.rebuild(recovered);
            again.rebuild(recovered);

            says(after, "hall_tickets_total 3.0");
            says(after, "hall_waiting_tickets{zone=\"social\"} 2.0");
            says(after, "hall_windows{state=\"called\"} 1.0");
            Live.Waits waits = again.live(recovered, recovered.at()).hall().last60Minutes();
            assertEquals(new Live.Waits(1, 60, 60, 1), waits);
        }
    }

    @Test
    void a_refused_command_changes_no_figure() {
        story.takes("t1", Halls.SOCIAL);
        String before = hallLines();
        assertTrue(story.say(new Command.Serve(ONE)) instanceof Answer.Refused);
        assertEquals(before, hallLines());
    }

    @Test
    void the_days_tickets_leave_the_figures_when_the_next_day_opens() {
        story.takes("t1", Halls.SOCIAL);
        story.agree(new Command.CloseDay(Story.DAY));
        says("hall_waiting_tickets{zone=\"social\"} 0.0");
        story.later(86_400);
        story.agree(new Command.OpenDay(Story.DAY.plusDays(1)));
        story.takes("t2", Halls.SOCIAL);

        says("hall_waiting_tickets{zone=\"social\"} 1.0");
        says("hall_tickets_total 2.0");
    }

    private String hallLines() {
        return String.join(
                "\n", registry.scrape().lines().filter(line -> line.startsWith("hall_")).toList());
    }

    private Live live() {
        return metrics.live(story.hall(), story.hall().at());
    }

    private static Live.Line line(List<Live.Line> lines, String of) {
        return lines.stream().filter(line -> line.of().equals(of)).findFirst().orElseThrow();
    }
}
