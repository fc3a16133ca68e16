package yichuang.bench.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same seed plans the same day, with a morning peak and everything that a day can bring. */
class DayPlanTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Catalogue SMALL =
            new Catalogue(
                    List.of(
                            new Catalogue.Item("社保", 8, List.of("身份证")),
                            new Catalogue.Item("医保", 5, List.of())),
                    List.of(new Catalogue.Theme("E01", List.of("licence", "seal"))),
                    Map.of("1", List.of("社保", "医保"), "T1", List.of("医保")),
                    Map.of());

    private static List<Visit> plan(long seed) {
        return DayPlan.of(seed, 2_000, SMALL, DAY);
    }

    @Test
    void the_same_seed_plans_the_same_day() {
        assertEquals(plan(7), plan(7));
        assertNotEquals(plan(7), plan(8));
    }

    @Test
    void people_come_in_the_morning_peak_rather_than_at_noon() {
        assertTrue(arrivals("08:30", "10:30") > 5 * arrivals("11:30", "13:30") / 2);
    }

    private static long arrivals(String from, String to) {
        return plan(1).stream()
                .filter(visit -> !visit.arrives().isBefore(HallDay.at(from)))
                .filter(visit -> visit.arrives().isBefore(HallDay.at(to)))
                .count();
    }

    @Test
    void every_outcome_and_every_detour_occurs() {
        List<Visit.Service> services =
                plan(1).stream().map(visit -> visit.services().getFirst()).toList();
        Set<String> outcomes =
                services.stream()
                        .map(service -> service.ending().outcome())
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "DONE",
                        "ACCEPTED",
                        "ACCEPTED_DEFERRED",
                        "COMMITTED",
                        "FORWARDED",
                        "GUIDED",
                        "REDIRECTED",
                        "CONSULT",
                        "ABANDONED"),
                outcomes);
        assertEquals(
                Set.of(Visit.Detour.values()),
                services.stream().map(Visit.Service::detour).collect(Collectors.toSet()));
    }
}
