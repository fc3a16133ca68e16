package yichuang.bench.day;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import yichuang.bench.Figures;

/** The day in a few lines, from its report and from what clients saw. */
final class DaySummary {
    private final History history;
    private final List<Long> waits;

    DaySummary(History history) {
        this.history = history;
        this.waits = seconds("waitSeconds");
    }

    private List<Long> seconds(String column) {
        return history.report().stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .map(Long::parseLong)
                .sorted()
                .toList();
    }

    long longestWaitSeconds() {
        return waits.isEmpty() ? 0 : waits.getLast();
    }

    /** {@return how many requests were sent more than once} */
    long repeated() {
        return history.acts().stream().filter(act -> act.tries() > 1).count();
    }

    void say() {
        Figures.say("── day report %s ──", HallDay.DATE);
        Figures.say(
                "tickets %d, legs %d; states %s",
                history.report().stream().map(ReportRow::number).distinct().count(),
                history.report().size(),
                counts("state"));
        Figures.say("outcomes %s", counts("outcome"));
        Figures.say("zones %s", counts("zone"));
        Figures.say("groups %s; standing %s", counts("group"), counts("standing"));
        say("wait", waits);
        say("walk", seconds("walkSeconds"));
        say("service", seconds("serviceSeconds"));
        Map<String, String> ratings =
                history.report().stream()
                        .filter(row -> !row.cell("ratingLevel").isEmpty())
                        .collect(
                                Collectors.toMap(
                                        ReportRow::number,
                                        row ->
                                                row.cell("ratingLevel")
                                                        + " "
                                                        + row.cell("ratingChannel"),
                                        (one, same) -> one));
        Figures.say("ratings %d: %s", ratings.size(), count(List.copyOf(ratings.values())));
        Figures.say(
                "acts %s",
                count(
                        history.acts().stream()
                                .filter(Act::done)
                                .map(act -> act.verb().name())
                                .toList()));
        Figures.say("repeated %d of %d requests", repeated(), history.acts().size());
    }

    private static void say(String what, List<Long> sorted) {
        if (!sorted.isEmpty()) {
            Figures.say(
                    "%-8s p50 %5.1f min, p90 %5.1f min, longest %5.1f min",
                    what,
                    sorted.get(sorted.size() / 2) / 60.0,
                    sorted.get(sorted.size() * 9 / 10) / 60.0,
                    sorted.getLast() / 60.0);
        }
    }

    private Map<String, Long> counts(String column) {
        return count(
                history.report().stream()
                        .map(row -> row.cell(column))
                        .filter(cell -> !cell.isEmpty())
                        .toList());
    }

    private static Map<String, Long> count(List<String> values) {
        return values.stream()
                .collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    }
}
