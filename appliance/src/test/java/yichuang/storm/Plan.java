package yichuang.storm;

import java.util.List;
import java.util.stream.IntStream;
import yichuang.log.LogLimits;
import yichuang.log.NodeName;

/**
 * What a seed decides before anything happens.
 *
 * @param troubleSteps steps until everything heals
 */
record Plan(
        long seed,
        Variant variant,
        int troubleSteps,
        List<NodeName> voters,
        LogLimits limits,
        int betweenTroublesMillis,
        double drift) {
    private static final int COMMAND_BYTES = 8 << 10;
    private static final int SEGMENT_BYTES = 16 << 10;

    static Plan of(long seed, Variant variant, int troubleSteps) {
        Chance chance = new Chance(~seed);
        int count = chance.oneOf(List.of(1, 3, 3, 3, 3, 3, 3, 3, 3, 5));
        return new Plan(
                seed,
                variant,
                troubleSteps,
                IntStream.rangeClosed(1, count).mapToObj(at -> new NodeName("n" + at)).toList(),
                LogLimits.STANDARD
                        .withSnapshotEvery(chance.oneOf(List.of(10, 20, 40, 80)))
                        .withSegmentBytes(SEGMENT_BYTES, COMMAND_BYTES)
                        .withPendingMax(64),
                chance.oneOf(List.of(500, 1_000, 2_000, 4_000)),
                chance.oneOf(List.of(0.0, 0.001, 0.02, 0.1)));
    }

    /** {@return how fast one machine's steady clock runs} */
    double rate(Chance chance) {
        return 1 + drift * (2 * chance.nextDouble() - 1);
    }
}
