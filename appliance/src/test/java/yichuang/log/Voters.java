package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import yichuang.log.LogState.Condition;

/** Real logs of several voters in one JVM, each on a directory of its own. */
final class Voters implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final MemoryWire wire = new MemoryWire();
    private final Path directory;
    private final LogLimits limits;
    private final List<NodeName> names = new ArrayList<>();
    private final Map<String, CommandLog> logs = new TreeMap<>();
    private final Map<String, Ledger> ledgers = new TreeMap<>();

    Voters(Path directory, LogLimits limits, int count) throws IOException {
        this.directory = directory;
        this.limits = limits;
        for (int at = 1; at <= count; at++) {
            names.add(new NodeName("n" + at));
        }
        for (NodeName name : names) {
            start(name.name());
        }
    }

    Path directory(String name) {
        return directory.resolve(name);
    }

    CommandLog start(String name) throws IOException {
        NodeName node = new NodeName(name);
        Ledger ledger = new Ledger();
        LogSettings settings =
                LogSettings.of(directory(name), name)
                        .withLimits(limits)
                        .withVoters(names, wire.of(node));
        CommandLog log = CommandLog.open(settings, ledger);
        ledgers.put(name, ledger);
        logs.put(name, log);
        return log;
    }

    /** Ends a voter. What it had not synced is gone, and nobody hears that it goes. */
    void stop(String name) {
        isolate(name);
        logs.remove(name).close();
        wire.heal();
    }

    /** Nobody reaches a voter and it reaches nobody. */
    void isolate(String name) {
        for (NodeName other : names) {
            if (!other.name().equals(name)) {
                wire.cut(new NodeName(name), other);
            }
        }
    }

    CommandLog log(String name) {
        return logs.get(name);
    }

    List<String> running() {
        return List.copyOf(logs.keySet());
    }

    /** {@return the name of a leader among some, once there is one} */
    String leaderAmong(List<String> some) {
        List<String> found = new ArrayList<>();
        until(
                "a leader among " + some,
                () -> {
                    some.stream()
                            .filter(name -> log(name).state().leading())
                            .findFirst()
                            .ifPresent(found::add);
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    String leader() {
        return leaderAmong(running());
    }

    List<String> others(String name) {
        return running().stream().filter(other -> !other.equals(name)).toList();
    }

    /**
     * Proposes until a leader has taken it, as a client does that keeps its key: when the
     * leadership changed meanwhile, the next leader says whether the line is there already.
     */
    void propose(String line) {
        while (true) {
            CommandLog leader = log(leader());
            try {
                Object unused = leader.propose(Ledger.command(line)).join();
                return;
            } catch (CompletionException failure) {
                if (!(failure.getCause() instanceof LogUnavailable)) {
                    throw failure;
                }
            }
            if (lines(leader()).contains(line)) {
                return;
            }
        }
    }

    /** {@return what a voter's machine holds, read where it may be read} */
    List<String> lines(String name) {
        return CompletableFuture.supplyAsync(() -> ledgers.get(name).lines(), log(name).thread())
                .join();
    }

    List<Long> caughtUpAt(String name) {
        return CompletableFuture.supplyAsync(
                        () -> ledgers.get(name).caughtUpAt(), log(name).thread())
                .join();
    }

    int restores(String name) {
        return CompletableFuture.supplyAsync(() -> ledgers.get(name).restores(), log(name).thread())
                .join();
    }

    /** Waits until a voter holds exactly these lines. */
    void holds(String name, List<String> lines) {
        until(name + " holds " + lines.size() + " lines", () -> lines(name).equals(lines));
    }

    void follows(String name, String leader) {
        until(
                name + " follows " + leader,
                () -> log(name).state().condition().equals(new Condition.Following(leader)));
    }

    static LogUnavailable refused(CompletableFuture<Object> answer) {
        try {
            throw new AssertionError("answered " + answer.join());
        } catch (CompletionException failure) {
            return (LogUnavailable) failure.getCause();
        }
    }

    /** Elections run on the real clock here, so the only thing to do is to look again. */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        logs.values().forEach(CommandLog::close);
    }
}
