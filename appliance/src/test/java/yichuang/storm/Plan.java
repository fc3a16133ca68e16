package yichuang.storm;

import java.util.List;
import java.util.stream.IntStream;
import yichuang.log.LogLimits;
import yichuang.log.NodeName;

/**
 * What a seed decides before anything happens.
 *
 * @param troubleSteps steps until everything heals
 * @param islands whether the hall is furnished to come apart; its people then ask by way of the
 *     node that they sit at, and partitions last longer
 */
record Plan(
        long seed,
        Variant variant,
        int troubleSteps,
        List<NodeName> voters,
        LogLimits limits,
        int betweenTroublesMillis,
        double drift,
        boolean islands) {
    private static final int COMMAND_BYTES = 24 << 10;
    private static final int SEGMENT_BYTES = 32 << 10;

    /** So many of all seeds. */
    private static final double ISLANDS = 0.25;

    /** An island lasts longer than most of what goes wrong. */
    private static final int LONGER = 3;

    private static final int SLOWER = 6;

    static Plan of(long seed, Variant variant, int troubleSteps) {
        Chance chance = new Chance(~seed);
        int count = chance.oneOf(List.of(1, 3, 3, 3, 3, 3, 3, 3, 3, 5));
        boolean islands = count > 1 && variant.comesApart(chance.in(ISLANDS));
        return new Plan(
                seed,
                variant,
                islands ? troubleSteps * LONGER : troubleSteps,
                IntStream.rangeClosed(1, count).mapToObj(at -> new NodeName("n" + at)).toList(),
                LogLimits.STANDARD
                        .withSnapshotEvery(chance.oneOf(List.of(10, 20, 40, 80)))
                        .withSegmentBytes(SEGMENT_BYTES, COMMAND_BYTES)
                        .withPendingMax(64),
                chance.oneOf(
                        islands
                                ? List.of(4_000, 8_000, 16_000)
                                : List.of(500, 1_000, 2_000, 4_000)),
                chance.oneOf(List.of(0.0, 0.001, 0.02, 0.1)),
                islands);
    }

    /** {@return how long people take who take so long where nothing lasts} */
    int pace(int millis) {
        return islands ? millis * SLOWER : millis;
    }

    /** {@return how fast one machine's steady clock runs} */
    double rate(Chance chance) {
        return 1 + drift * (2 * chance.nextDouble() - 1);
    }
}
