package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import yichuang.bench.day.Act;
import yichuang.bench.day.Checker;
import yichuang.bench.day.History;
import yichuang.bench.day.ReportRow;
import yichuang.bench.day.Verdict;

/**
 * Says what must not be: of the acts, that each was answered in one way; of every node, that it
 * knows what was acknowledged, once, in the legal order and without a gap; of all nodes together,
 * that they agree.
 */
final class Judge {
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    private Judge() {}

    /** Judges what people asked and heard, and what each node shows in the end. */
    static Verdict judge(List<Attempt> attempts, List<Act> acts, List<Shown> nodes) {
        Judge judge = new Judge();
        judge.add(Keys.judge(attempts));
        judge.add(Agreement.judge(nodes));
        for (Shown node : nodes) {
            judge.known(acts, node);
            judge.rated(acts, node);
            node.report()
                    .ifPresent(
                            report -> judge.add(Checker.judgeOpenDay(history(acts, node, report))));
        }
        return new Verdict(
                List.copyOf(judge.lost), List.copyOf(judge.doubled), List.copyOf(judge.others));
    }

    private static History history(List<Act> acts, Shown node, String report) {
        return new History(acts, List.of(), false, ReportRow.parse(report), node.tickets());
    }

    private void known(List<Act> acts, Shown node) {
        for (Act act : acts) {
            if (act.verb() != Act.Verb.TAKE || !act.done()) {
                continue;
            }
            String number = act.answer().getString("number");
            JsonObject there = node.tickets().get(act.answer().getString("id"));
            if (there == null) {
                lost.add(number + " was acknowledged, and " + node.node() + " does not know it");
            } else if (!number.equals(there.getString("number"))) {
                lost.add(number + " is " + there.getString("number") + " at " + node.node());
            }
        }
    }

    private void rated(List<Act> acts, Shown node) {
        for (Act act : acts) {
            if (act.verb() != Act.Verb.RATE || !act.done()) {
                continue;
            }
            String ticket = act.ticket().orElseThrow();
            JsonObject there = node.tickets().get(ticket);
            if (there != null && there.getValue("rated") == null) {
                lost.add(
                        there.getString("number")
                                + " was rated, and "
                                + node.node()
                                + " does not know it");
            }
        }
    }

    private void add(Verdict verdict) {
        lost.addAll(verdict.lost());
        doubled.addAll(verdict.doubled());
        others.addAll(verdict.others());
    }

    /** {@return what the hall refused, by act and reason, and how often; for people to look at} */
    static Map<String, Integer> refused(List<Act> acts) {
        Map<String, Integer> refused = new TreeMap<>();
        List<Act> all = new ArrayList<>(acts);
        all.removeIf(Act::done);
        all.forEach(
                act ->
                        refused.merge(
                                act.verb()
                                        + " "
                                        + act.status()
                                        + " "
                                        + act.answer().getString("type", ""),
                                1,
                                Integer::sum));
        return refused;
    }
}
