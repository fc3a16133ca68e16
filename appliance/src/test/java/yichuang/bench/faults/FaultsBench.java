package yichuang.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import yichuang.bench.Benchmark;
import yichuang.bench.Figures;
import yichuang.bench.Options;
import yichuang.bench.day.Act;
import yichuang.bench.day.Verdict;

/** {@code scripts/bench faults}: three voters and a satellite, and a hundred rounds of trouble. */
public final class FaultsBench implements Benchmark {
    private static final int ROUNDS = 100;
    private static final int DISK_MEBIBYTES = 400;
    private static final int TOLD_MAX = 40;

    @Override
    public Figures measure(Options options) throws Exception {
        SplittableRandom random = new SplittableRandom(options.seed());
        int rounds = options.scaled(ROUNDS, 1);
        try (Cables cables = new Cables();
                Nodes nodes =
                        new Nodes(options, cables, options.home().resolve("config/hall.yaml"));
                Notebook notebook = new Notebook(options.out())) {
            nodes.found();
            nodes.join("n2", "voter", options.out().resolve("n2"));
            nodes.join("n3", "voter", cables.smallDisk("n3", DISK_MEBIBYTES).resolve("data"));
            nodes.join("s1", "satellite", options.out().resolve("s1"));
            nodes.requireOneLeader(Duration.ofSeconds(60));
            People people =
                    new People(
                            nodes,
                            notebook,
                            nodes.hallAt(nodes.named("n1")).orElseThrow(),
                            random.split());
            Trouble trouble = new Trouble(nodes, nodes.named("n3"), notebook, random.split());
            int made = 0;
            while (made < rounds && trouble.round(made + 1)) {
                made++;
            }
            people.goHome();
            List<Shown> shown = new Reading(nodes, options.out()).all(notebook.acts());
            List<String> wrong = new ArrayList<>(trouble.notHealed());
            shown.stream()
                    .filter(node -> nodes.named(node.node()).votes() && node.report().isEmpty())
                    .forEach(node -> wrong.add(node.node() + " votes and has no day report"));
            return figures(notebook, made, shown, wrong);
        }
    }

    private static Figures figures(
            Notebook notebook, int rounds, List<Shown> shown, List<String> notHealed) {
        List<Act> acts = notebook.acts();
        Verdict verdict = Judge.judge(notebook.attempts(), acts, shown);
        List<String> others = new ArrayList<>(verdict.others());
        others.addAll(notHealed);
        notebook.unanswered().forEach(one -> others.add("never answered: " + one));
        tell("LOST", verdict.lost());
        tell("DOUBLED", verdict.doubled());
        tell("WRONG", others);
        Judge.refused(acts).forEach((what, times) -> Figures.say("refused %5d × %s", times, what));
        Figures figures =
                new Figures()
                        .put("rounds", rounds)
                        .put("lost", verdict.lost().size())
                        .put("doubled", verdict.doubled().size())
                        .put("others", others.size())
                        .put("acts", acts.stream().filter(Act::done).count())
                        .put("sendings", notebook.attempts().size())
                        .put("tickets", done(acts, Act.Verb.TAKE))
                        .put("calls", done(acts, Act.Verb.NEXT))
                        .put("ratings", done(acts, Act.Verb.RATE));
        if (!notebook.rounds().isEmpty()) {
            new Outages(notebook.rounds(), notebook.attempts()).put(figures);
        }
        return figures;
    }

    private static long done(List<Act> acts, Act.Verb verb) {
        return acts.stream().filter(act -> act.verb() == verb && act.done()).count();
    }

    private static void tell(String word, List<String> sentences) {
        sentences.stream().limit(TOLD_MAX).forEach(one -> Figures.say("%s %s", word, one));
    }
}
