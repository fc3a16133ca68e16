package yichuang.bench.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The day report says what happened, line by line: every ticket and no other, every closing with
 * its window, outcome, case number and true item, every rating. A line too many would be a request
 * that took effect twice.
 */
final class ReportAgrees implements Checker.Check {
    @Override
    public Verdict judge(History history) {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<String, List<ReportRow>> rows = new LinkedHashMap<>();
        history.report()
                .forEach(
                        row ->
                                rows.computeIfAbsent(row.number(), any -> new ArrayList<>())
                                        .add(row));
        Map<String, String> numbers = history.numbers();
        for (String number : rows.keySet()) {
            if (!numbers.containsValue(number)) {
                doubled.add("the report has " + number + ", which nobody was given");
            }
        }
        Map<String, List<Act>> acts = history.doneByTicket();
        numbers.forEach(
                (ticket, number) -> {
                    List<ReportRow> lines = rows.get(number);
                    if (lines == null) {
                        lost.add(number + " is not in the report");
                        return;
                    }
                    closings(number, history.closings(ticket), lines, lost, doubled);
                    ratings(number, acts.getOrDefault(ticket, List.of()), lines, lost, others);
                });
        return new Verdict(lost, doubled, others);
    }

    private static void closings(
            String number,
            List<Act> closings,
            List<ReportRow> lines,
            List<String> lost,
            List<String> doubled) {
        List<ReportRow> left =
                new ArrayList<>(
                        lines.stream().filter(row -> !row.cell("outcome").isEmpty()).toList());
        // Who named most comes first: a closing without a case number agrees with any line.
        List<Act> byDetail =
                closings.stream()
                        .sorted(Comparator.comparingInt(ReportAgrees::named).reversed())
                        .toList();
        for (Act closing : byDetail) {
            Optional<ReportRow> its = left.stream().filter(row -> agrees(row, closing)).findFirst();
            its.ifPresentOrElse(
                    left::remove,
                    () ->
                            lost.add(
                                    number
                                            + " was closed with "
                                            + closing.asked().encode()
                                            + " at window "
                                            + closing.window().orElse("")
                                            + "; the report has no such line"));
        }
        left.forEach(
                row ->
                        doubled.add(
                                "the report closes "
                                        + number
                                        + " with "
                                        + row.cell("outcome")
                                        + " once more than any window did"));
    }

    private static int named(Act closing) {
        return (closing.asked().containsKey("caseNumber") ? 2 : 0)
                + (closing.asked().containsKey("item") ? 1 : 0);
    }

    private static boolean agrees(ReportRow row, Act closing) {
        return row.cell("outcome").equals(closing.asked().getString("outcome"))
                && row.cell("window").equals(closing.window().orElse(""))
                && same(row, "caseNumber", closing.asked().getString("caseNumber", ""))
                && same(row, "itemCode", closing.asked().getString("item", ""));
    }

    /** What the clerk did not say, the hall made or knew. */
    private static boolean same(ReportRow row, String column, String said) {
        return said.isEmpty() ? !row.cell(column).isEmpty() : row.cell(column).equals(said);
    }

    private static void ratings(
            String number,
            List<Act> acts,
            List<ReportRow> lines,
            List<String> lost,
            List<String> others) {
        Set<String> shown = Set.copyOf(lines.stream().map(row -> row.cell("ratingLevel")).toList());
        List<String> given =
                acts.stream()
                        .filter(OneRating::isRating)
                        .map(act -> String.valueOf(act.asked().getInteger("level")))
                        .toList();
        if (given.isEmpty()) {
            if (!shown.equals(Set.of(""))) {
                others.add("the report rates " + number + " " + shown + ", and nobody did");
            }
        } else if (shown.equals(Set.of(""))) {
            lost.add(number + " was rated " + given.getFirst() + "; the report does not say so");
        } else if (!shown.equals(Set.of(given.getFirst()))) {
            others.add(number + " was rated " + given.getFirst() + ", the report says " + shown);
        }
    }
}
