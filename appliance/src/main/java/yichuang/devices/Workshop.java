package yichuang.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Work on a device while the hall goes on: a test that somebody who stands before it can see or
 * hear, and its replacement. It waits its turn behind what the hall asks of the device.
 */
public final class Workshop {
    /** A test slip is out by then, a sentence said. */
    private static final Duration TEST_MAX = Duration.ofSeconds(20);

    /** Searching a bus of 32 takes some seconds. */
    private static final Duration REPLACE_MAX = Duration.ofSeconds(20);

    private final Function<String, Optional<Line>> lines;
    private final Function<String, Optional<DeviceView>> elsewhere;

    Workshop(
            Function<String, Optional<Line>> lines,
            Function<String, Optional<DeviceView>> elsewhere) {
        this.lines = lines;
        this.elsewhere = elsewhere;
    }

    @FunctionalInterface
    private interface Work {
        Repair on(Device device) throws DeviceFault, InterruptedException;
    }

    public CompletionStage<Repair> test(String id) {
        return work(
                id,
                TEST_MAX,
                device -> {
                    device.test();
                    return new Repair.Tested(id);
                });
    }

    public CompletionStage<Repair> spares(String id) {
        return work(
                id,
                REPLACE_MAX,
                device ->
                        device instanceof Replaceable one
                                ? new Repair.Spares(one.spares())
                                : new Repair.NotReplaceable(id));
    }

    public CompletionStage<Repair> replace(String id, String spare) {
        return work(
                id,
                REPLACE_MAX,
                device -> {
                    if (!(device instanceof Replaceable one)) {
                        return new Repair.NotReplaceable(id);
                    }
                    return one.replaceBy(spare)
                            ? new Repair.Replaced(id, spare)
                            : new Repair.StillThere(id);
                });
    }

    private CompletionStage<Repair> work(String id, Duration limit, Work work) {
        Optional<Line> line = lines.apply(id);
        if (line.isEmpty()) {
            return CompletableFuture.completedFuture(
                    elsewhere
                            .apply(id)
                            .<Repair>map(view -> new Repair.Away(id, view.node()))
                            .orElseGet(() -> new Repair.Failed(id, DeviceFault.Kind.MISSING)));
        }
        CompletableFuture<Repair> done = new CompletableFuture<>();
        Line at = line.get();
        at.ask(
                () -> {
                    boolean first = done.complete(work.on(at.device()));
                    at.restore();
                    at.device().check(); // what was dead before and after stays at fault
                    return first;
                },
                limit,
                fault -> fault.ifPresent(kind -> done.complete(new Repair.Failed(id, kind))));
        return done;
    }
}
