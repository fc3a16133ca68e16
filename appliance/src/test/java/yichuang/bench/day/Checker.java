package yichuang.bench.day;

import java.util.ArrayList;
import java.util.List;

/** Judges a history by every rule it knows. */
public final class Checker {
    /** One rule that a history must keep. */
    @FunctionalInterface
    interface Check {
        Verdict judge(History history);
    }

    private static final List<Check> AT_ANY_TIME =
            List.of(
                    new Numbers(),
                    new OneWindow(),
                    new Course(),
                    new OneRating(),
                    new ReportAgrees());

    private static final List<Check> AFTER_THE_DAY = List.of(new Endings(), new StreamAgrees());

    private Checker() {}

    /** Judges a whole day, closed at its end. */
    static Verdict judge(History history) {
        List<Check> checks = new ArrayList<>(AT_ANY_TIME);
        checks.addAll(AFTER_THE_DAY);
        return judge(history, checks);
    }

    /**
     * Judges a day that still goes on, with nobody under way: people may be waiting, and what the
     * streams told is not looked at for what they left out.
     */
    public static Verdict judgeOpenDay(History history) {
        return judge(history, AT_ANY_TIME);
    }

    private static Verdict judge(History history, List<Check> checks) {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Check check : checks) {
            Verdict verdict = check.judge(history);
            lost.addAll(verdict.lost());
            doubled.addAll(verdict.doubled());
            others.addAll(verdict.others());
        }
        return new Verdict(lost, doubled, others);
    }
}
