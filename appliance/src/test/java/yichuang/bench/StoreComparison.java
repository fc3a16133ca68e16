package yichuang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import yichuang.log.CommandLog;
import yichuang.log.LogLimits;
import yichuang.log.LogListener;
import yichuang.log.LogSettings;
import yichuang.log.Machine;

/**
 * The store of the log beside its limit and its alternative, all in one run on one file system: a
 * bare {@code fdatasync}, H2's MVStore with commit and sync, and the log itself.
 *
 * <p>Run: {@code java -cp target/classes:target/test-classes:target/lib/* -Xmx128m
 * yichuang.bench.StoreComparison DIRECTORY}
 */
public final class StoreComparison {
    private static final int COMMAND_BYTES = 300;
    private static final int ROUNDS = 8_000;
    private static final int WARM_UP = 3_000;

    private final Path directory;

    private StoreComparison(Path directory) {
        this.directory = directory;
    }

    /** One act that ends with durable bytes. */
    private interface Act {
        void run(int round) throws IOException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "store-comparison");
        try {
            StoreComparison comparison = new StoreComparison(directory);
            comparison.bareSync();
            comparison.mvStore();
            comparison.log();
            comparison.snapshotOf(16 << 20);
            comparison.start();
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void bareSync() throws IOException {
        Path file = directory.resolve("bare");
        Files.write(file, new byte[8 << 20]);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(true);
            ByteBuffer bytes = ByteBuffer.allocateDirect(COMMAND_BYTES);
            measure(
                    "bare fdatasync",
                    round -> {
                        int written = channel.write(bytes.clear(), (long) round * COMMAND_BYTES);
                        channel.force(false);
                        if (written != COMMAND_BYTES) {
                            throw new IOException("short write");
                        }
                    });
        }
    }

    private void mvStore() throws IOException {
        try (MVStore store =
                new MVStore.Builder()
                        .fileName(directory.resolve("mvstore").toString())
                        .autoCommitDisabled()
                        .open()) {
            MVMap<Long, byte[]> map = store.openMap("log");
            measure(
                    "MVStore commit+sync",
                    round -> {
                        map.append((long) round, new byte[COMMAND_BYTES]);
                        long version = store.commit();
                        store.sync();
                        if (version < 0) {
                            throw new IOException("nothing committed");
                        }
                    });
        }
    }

    private void log() throws IOException, InterruptedException {
        LongAdder flushes = new LongAdder();
        LogListener counting =
                new LogListener() {
                    @Override
                    public void flushed(int entries, long nanos) {
                        flushes.increment();
                    }
                };
        LogSettings settings =
                LogSettings.of(directory.resolve("log"), "n1").withListener(counting);
        try (CommandLog log = CommandLog.open(settings, new Counting(0))) {
            measure("log, one proposer", round -> log.propose(new byte[COMMAND_BYTES]).join());
            for (int proposers : List.of(1, 8, 64, 256)) {
                perSecond(log, proposers, flushes);
            }
        }
    }

    private void snapshotOf(int bytes) throws IOException {
        long[] pauses = new long[20];
        int[] taken = new int[1];
        LogListener pausing =
                new LogListener() {
                    @Override
                    public void snapshotTaken(long index, long pauseNanos) {
                        pauses[taken[0]++] = pauseNanos;
                    }
                };
        LogSettings settings =
                LogSettings.of(directory.resolve("snapshots"), "n1").withListener(pausing);
        try (CommandLog log = CommandLog.open(settings, new Counting(bytes))) {
            for (int at = 0; at < pauses.length; at++) {
                Object unused = log.propose(new byte[COMMAND_BYTES]).join();
                log.snapshotNow();
            }
        }
        Arrays.sort(pauses);
        System.out.printf(
                "snapshot of %d MiB       p50 %6.1f ms  max %6.1f ms%n",
                bytes >> 20, pauses[pauses.length / 2] / 1e6, pauses[pauses.length - 1] / 1e6);
    }

    private void start() throws IOException {
        int commands = LogLimits.STANDARD.snapshotEvery() - 10;
        LogSettings settings = LogSettings.of(directory.resolve("start"), "n1");
        try (CommandLog log = CommandLog.open(settings, new Counting(0))) {
            CompletableFuture<?>[] answers = new CompletableFuture<?>[commands];
            for (int at = 0; at < commands; at++) {
                answers[at] = log.propose(new byte[COMMAND_BYTES]);
                if (at % 1_000 == 0) {
                    Object unused = answers[at].join();
                }
            }
            Object unused = CompletableFuture.allOf(answers).join();
        }
        long[] nanos = new long[10];
        for (int at = 0; at < nanos.length; at++) {
            long began = System.nanoTime();
            try (CommandLog log = CommandLog.open(settings, new Counting(0))) {
                nanos[at] = System.nanoTime() - began;
                if (!log.state().leading()) {
                    throw new IllegalStateException("does not lead");
                }
            }
        }
        System.out.printf(
                "start on %,d commands  first %6.1f ms  least %6.1f ms%n",
                commands, nanos[0] / 1e6, Arrays.stream(nanos).min().orElse(0) / 1e6);
    }

    private static void measure(String what, Act act) throws IOException {
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long began = System.nanoTime();
            act.run(round);
            if (round >= WARM_UP) {
                nanos[round - WARM_UP] = System.nanoTime() - began;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-24s p50 %6.1f us  p99 %7.1f us%n",
                what, nanos[ROUNDS / 2] / 1e3, nanos[ROUNDS * 99 / 100] / 1e3);
    }

    private static void perSecond(CommandLog log, int proposers, LongAdder flushes)
            throws InterruptedException {
        int total = Math.max(5_000, proposers * 1_500);
        AtomicInteger left = new AtomicInteger(total);
        CountDownLatch done = new CountDownLatch(proposers);
        flushes.reset();
        long began = System.nanoTime();
        for (int at = 0; at < proposers; at++) {
            Thread unused =
                    Thread.startVirtualThread(
                            () -> {
                                while (left.getAndDecrement() > 0) {
                                    Object answer = log.propose(new byte[COMMAND_BYTES]).join();
                                    if (answer == null) {
                                        throw new IllegalStateException("no answer");
                                    }
                                }
                                done.countDown();
                            });
        }
        done.await();
        System.out.printf(
                "log, %3d waiting         %,9.0f commands/s  %5.1f a sync%n",
                proposers,
                total / ((System.nanoTime() - began) / 1e9),
                (double) total / flushes.sum());
    }

    /** Counts, so that the machine costs nothing. */
    private static final class Counting implements Machine {
        private final byte[] ballast;
        private long commands;

        Counting(int snapshotBytes) {
            ballast = new byte[Long.BYTES + snapshotBytes];
        }

        @Override
        public Object apply(long index, byte[] command) {
            commands++;
            return index;
        }

        @Override
        public byte[] snapshot() {
            return ByteBuffer.wrap(ballast.clone()).putLong(commands).array();
        }

        @Override
        public void restore(long index, byte[] snapshot) {
            commands = ByteBuffer.wrap(snapshot).getLong();
        }
    }
}
