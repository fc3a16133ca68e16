package yichuang.bench.day;

import java.util.ArrayList;
import java.util.List;

/** Judges a history by every rule it knows. */
final class Checker {
    /** One rule that a history must keep. */
    @FunctionalInterface
    interface Check {
        Verdict judge(History history);
    }

    private static final List<Check> CHECKS =
            List.of(
                    new Numbers(),
                    new OneWindow(),
                    new Course(),
                    new Endings(),
                    new OneRating(),
                    new ReportAgrees(),
                    new StreamAgrees());

    private Checker() {}

    static Verdict judge(History history) {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Check check : CHECKS) {
            Verdict verdict = check.judge(history);
            lost.addAll(verdict.lost());
            doubled.addAll(verdict.doubled());
            others.addAll(verdict.others());
        }
        return new Verdict(lost, doubled, others);
    }
}
