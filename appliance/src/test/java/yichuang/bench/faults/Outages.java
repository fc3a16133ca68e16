package yichuang.bench.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import yichuang.bench.Figures;

/**
 * How long nothing was done for anybody. The time without service after a fault is that from the
 * fault to the first act that the hall acknowledged and that was sent after the fault, at any node;
 * the longest silence is the longest time in a round in which no such answer came, which also sees
 * a hall that serves once and stops again.
 */
final class Outages {
    private final Map<FaultKind, List<Double>> byKind = new EnumMap<>(FaultKind.class);
    private double longestSilence;

    Outages(List<Round> rounds, List<Attempt> attempts) {
        for (int i = 0; i < rounds.size(); i++) {
            Round round = rounds.get(i);
            long next = i + 1 < rounds.size() ? rounds.get(i + 1).beginNanos() : Long.MAX_VALUE;
            byKind.computeIfAbsent(round.kind(), any -> new ArrayList<>())
                    .add(seconds(round, attempts));
            longestSilence = Math.max(longestSilence, silence(round, next, attempts));
        }
    }

    /** {@return the time without service of this round; that to its end when nothing was done} */
    static double seconds(Round round, List<Attempt> attempts) {
        long first =
                attempts.stream()
                        .filter(Attempt::done)
                        .filter(attempt -> attempt.sentNanos() >= round.span().thereNanos())
                        .mapToLong(Attempt::answeredNanos)
                        .min()
                        .orElse(round.healthyNanos());
        return (first - round.beginNanos()) / 1e9;
    }

    private static double silence(Round round, long next, List<Attempt> attempts) {
        long[] answers =
                attempts.stream()
                        .filter(Attempt::done)
                        .mapToLong(Attempt::answeredNanos)
                        .filter(at -> at >= round.beginNanos() && at < next)
                        .sorted()
                        .toArray();
        long longest = 0;
        long before = round.beginNanos();
        for (long at : answers) {
            if (at > round.healthyNanos() && before > round.healthyNanos()) {
                break;
            }
            longest = Math.max(longest, at - before);
            before = at;
        }
        return longest / 1e9;
    }

    /** Puts p50 and longest, over all and for each kind. */
    void put(Figures figures) {
        List<Double> all = byKind.values().stream().flatMap(List::stream).sorted().toList();
        List<Double> leaders =
                byKind.entrySet().stream()
                        .filter(entry -> entry.getKey().strikesLeader())
                        .flatMap(entry -> entry.getValue().stream())
                        .sorted()
                        .toList();
        if (!leaders.isEmpty()) {
            figures.put("failoverP50Seconds", middle(leaders))
                    .put("failoverMaxSeconds", leaders.getLast());
        }
        figures.put("outageP50Seconds", middle(all))
                .put("outageMaxSeconds", all.getLast())
                .put("silenceMaxSeconds", longestSilence);
        byKind.forEach(
                (kind, seconds) -> {
                    List<Double> sorted = seconds.stream().sorted().toList();
                    figures.put(kind.key() + ".rounds", sorted.size())
                            .put(kind.key() + ".p50Seconds", middle(sorted))
                            .put(kind.key() + ".maxSeconds", sorted.getLast());
                });
    }

    private static double middle(List<Double> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }
}
