package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import yichuang.bench.Benchmark;
import yichuang.bench.Figures;
import yichuang.bench.HttpConnection;
import yichuang.bench.Options;
import yichuang.bench.day.Act;
import yichuang.bench.day.Verdict;

/**
 * {@code scripts/bench islands}: three voters and a satellite; a controller is cut off until it
 * serves alone, people are served on both sides, and it comes home.
 */
public final class IslandsBench implements Benchmark {
    private static final int ROUNDS = 50;
    private static final int TOLD_MAX = 40;

    @Override
    public Figures measure(Options options) throws Exception {
        SplittableRandom random = new SplittableRandom(options.seed());
        int rounds = options.scaled(ROUNDS, 1);
        try (Cables cables = new Cables();
                Nodes nodes = new Nodes(options, cables, new HallOfSides(options).file());
                Notebook notebook = new Notebook(options.out())) {
            nodes.found();
            nodes.join("n2", "voter", options.out().resolve("n2"));
            nodes.join("n3", "voter", options.out().resolve("n3"));
            nodes.join("s1", "satellite", options.out().resolve("s1"));
            nodes.requireOneLeader(Duration.ofSeconds(60));
            Sides people =
                    new Sides(
                            nodes,
                            notebook,
                            nodes.hallAt(nodes.named("n1")).orElseThrow(),
                            random.split());
            IslandTrouble trouble = new IslandTrouble(nodes, notebook, random.split());
            int made = 0;
            while (made < rounds && trouble.round(made + 1)) {
                made++;
            }
            people.goHome();
            Reading reading = new Reading(nodes, options.out());
            List<Shown> shown = reading.all(notebook.acts());
            Unheard unheard =
                    Unheard.of(
                            notebook.attempts(),
                            notebook.acts(),
                            shown.getFirst().report().orElseThrow(),
                            reading::byNumber);
            List<String> wrong = new ArrayList<>(trouble.wrong());
            Explained explained =
                    new Explained(notebook.attempts(), trouble.rounds(), unheard.ids());
            List<JsonObject> conflicts = conflicts(nodes);
            conflicts.forEach(one -> Figures.say("to look at %s", one.encode()));
            conflicts.stream()
                    .filter(one -> !explained.test(one))
                    .forEach(one -> wrong.add("conflict " + one.encode()));
            List<Act> acts = explained.inTheReport(notebook.acts(), conflicts);
            acts.addAll(unheard.acts());
            return figures(
                            notebook,
                            acts,
                            trouble.rounds(),
                            reading.also(shown, unheard.ids()),
                            wrong)
                    .put("unheard", unheard.ids().size())
                    .put("conflicts", conflicts.size());
        }
    }

    private static List<JsonObject> conflicts(Nodes nodes) throws IOException {
        try (HttpConnection connection =
                new HttpConnection(nodes.named("n1").http(), Duration.ofSeconds(10))) {
            return connection
                    .get("/api/conflicts", nodes.token("manager"))
                    .expect(200)
                    .json()
                    .getJsonArray("conflicts")
                    .stream()
                    .map(JsonObject.class::cast)
                    .toList();
        }
    }

    private static Figures figures(
            Notebook notebook,
            List<Act> acts,
            List<IslandRound> rounds,
            List<Shown> shown,
            List<String> wrong) {
        Verdict verdict = Judge.judge(notebook.attempts(), acts, shown);
        List<String> others = new ArrayList<>(verdict.others());
        others.addAll(wrong);
        notebook.unanswered().forEach(one -> others.add("never answered: " + one));
        tell("LOST", verdict.lost());
        tell("DOUBLED", verdict.doubled());
        tell("WRONG", others);
        Judge.refused(notebook.acts())
                .forEach((what, times) -> Figures.say("refused %5d × %s", times, what));
        List<IslandRound> whole = rounds.stream().filter(IslandRound::whole).toList();
        Figures figures =
                new Figures()
                        .put("rounds", whole.size())
                        .put("lost", verdict.lost().size())
                        .put("doubled", verdict.doubled().size())
                        .put("others", others.size())
                        .put("servedThere", sum(whole, IslandRound::there))
                        .put("servedElsewhere", sum(whole, IslandRound::here))
                        .put(
                                "servedInRoundMin",
                                whole.stream()
                                        .mapToLong(round -> round.there() + round.here())
                                        .min()
                                        .orElse(0));
        if (!whole.isEmpty()) {
            put(figures, "firstTicket", whole, IslandRound::secondsToFirstTicket);
            put(figures, "oneHall", whole, IslandRound::secondsToOneHall);
            for (String role : List.of("leader", "follower", "satellite")) {
                List<IslandRound> of =
                        whole.stream().filter(round -> round.role().equals(role)).toList();
                if (!of.isEmpty()) {
                    figures.put(role + ".rounds", of.size());
                    put(figures, role + ".firstTicket", of, IslandRound::secondsToFirstTicket);
                    put(figures, role + ".oneHall", of, IslandRound::secondsToOneHall);
                }
            }
        }
        return figures;
    }

    private static long sum(
            List<IslandRound> rounds, java.util.function.ToLongFunction<IslandRound> what) {
        return rounds.stream().mapToLong(what).sum();
    }

    private static void put(
            Figures figures,
            String name,
            List<IslandRound> rounds,
            ToDoubleFunction<IslandRound> seconds) {
        double[] sorted = rounds.stream().mapToDouble(seconds).sorted().toArray();
        figures.put(name + "P50Seconds", sorted[(sorted.length - 1) / 2])
                .put(name + "MaxSeconds", sorted[sorted.length - 1]);
    }

    private static void tell(String word, List<String> sentences) {
        sentences.stream().limit(TOLD_MAX).forEach(one -> Figures.say("%s %s", word, one));
    }
}
