package yichuang.storm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import yichuang.bench.Benchmark;
import yichuang.bench.Figures;
import yichuang.bench.Options;

/**
 * {@code scripts/bench storm}: 20,000 seeds at full scale, then each broken variant until it is
 * found. One thread a simulation, as many simulations at once as there are processors.
 */
public final class StormBench implements Benchmark {
    private static final int SEEDS = 20_000;
    private static final int STEPS = 2_500;
    private static final int SEEDS_A_PIECE = 100;
    private static final int SEEDS_UNTIL_FOUND_MAX = 2_000;

    private final Counters counters = new Counters();
    private int violations;

    @Override
    public Figures measure(Options options) throws Exception {
        Quiet.begin();
        int seeds = options.scaled(SEEDS, 1);
        long began = System.nanoTime();
        storm(options.seed(), seeds);
        double seconds = (System.nanoTime() - began) / 1e9;
        Figures.say("%,d seeds in %.0f s: %.0f seeds/s", seeds, seconds, seeds / seconds);
        int found = 0;
        List<Variant> broken =
                Stream.of(Variant.values()).filter(one -> one != Variant.SOUND).toList();
        for (Variant variant : broken) {
            found += seedsUntilFound(variant).isPresent() ? 1 : 0;
        }
        return figures(seconds, broken.size(), found);
    }

    private void storm(long first, int seeds) throws Exception {
        try (ExecutorService all =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<?>> pieces =
                    Stream.iterate(
                                    first,
                                    from -> from < first + seeds,
                                    from -> from + SEEDS_A_PIECE)
                            .<Future<?>>map(
                                    from -> {
                                        long to = Math.min(first + seeds, from + SEEDS_A_PIECE);
                                        return all.submit(() -> piece(from, to));
                                    })
                            .toList();
            for (Future<?> piece : pieces) {
                piece.get();
            }
        }
    }

    private void piece(long from, long to) {
        for (long seed = from; seed < to; seed++) {
            take(Storm.run(seed, Variant.SOUND, STEPS));
        }
    }

    private synchronized void take(Storm.Result result) {
        counters.add(result.counters());
        if (!result.violations().isEmpty()) {
            violations++;
            Figures.say(
                    "seed %d: %s%n  again: scripts/bench storm --scale 0.00005 --seed %d",
                    result.seed(), result.violations(), result.seed());
        }
    }

    private static Optional<Long> seedsUntilFound(Variant variant) {
        for (long seed = 1; seed <= SEEDS_UNTIL_FOUND_MAX; seed++) {
            List<String> violations = Storm.run(seed, variant, STEPS).violations();
            if (!violations.isEmpty()) {
                Figures.say("%s: found by seed %d: %s", variant, seed, violations.getFirst());
                return Optional.of(seed);
            }
        }
        Figures.say("%s: not found in %d seeds", variant, SEEDS_UNTIL_FOUND_MAX);
        return Optional.empty();
    }

    private Figures figures(double seconds, int broken, int found) {
        return new Figures()
                .put("seeds", counters.seeds)
                .put("steps", counters.steps)
                .put("violations", violations)
                .put("elections", counters.elections)
                .put("snapshotInstalls", counters.snapshotInstalls)
                .put("islandsHealed", counters.islandsHealed)
                .put("tornTails", counters.tornTails)
                .put("diskFulls", counters.diskFulls)
                .put("clockJumps", counters.clockJumps)
                .put("brokenVariants", broken)
                .put("brokenVariantsCaught", found)
                .put("failedSyncs", counters.failedSyncs)
                .put("powerCuts", counters.powerCuts)
                .put("partitions", counters.partitions)
                .put("islands", counters.islands)
                .put("conflicts", counters.conflicts)
                .put("acknowledged", counters.acknowledged)
                .put("seconds", seconds);
    }
}
