package yichuang.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Everything that the log takes from the world, so that a test or a simulation can put its own in
 * place: thread, time, chance and disk. (The wire comes with the settings.)
 */
interface Surroundings {

    LogThread thread();

    /** Slow work beside the log's thread, one task after the other. */
    Executor background();

    /** For people: when something began. */
    InstantSource time();

    /** For Raft's time-outs: never jumps, whatever somebody does to the clock on the wall. */
    Clock raftClock();

    Random random();

    DurableStore openStore(LogSettings settings) throws IOException;

    /** {@return bytes free on the file system of a directory; 0 when it cannot be asked} */
    long freeBytes(Path directory);

    /** Writes and syncs a few bytes beside the log; throws as long as the disk does not do it. */
    void tryDisk(Path directory) throws IOException;

    /** How long a look at the disk waits for the next one. */
    Duration betweenLooks();

    void end();

    /** The real world. */
    static Surroundings real() {
        return new Real();
    }

    /** The real world; tests replace single methods. */
    class Real implements Surroundings {
        private final OwnThread thread = new OwnThread("log");
        private final ExecutorService background =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("log-background").daemon().factory());
        private final Random random = new Random();
        private final Instant start = Instant.now();
        private final long startNanos = System.nanoTime();

        @Override
        public LogThread thread() {
            return thread;
        }

        @Override
        public Executor background() {
            return background;
        }

        @Override
        public InstantSource time() {
            return InstantSource.system();
        }

        @Override
        public Clock raftClock() {
            InstantSource steady = () -> start.plusNanos(System.nanoTime() - startNanos);
            return steady.withZone(ZoneOffset.UTC);
        }

        @Override
        public Random random() {
            return random;
        }

        @Override
        public DurableStore openStore(LogSettings settings) throws IOException {
            return new DiskStore(settings, background);
        }

        @Override
        public long freeBytes(Path directory) {
            return directory.toFile().getUsableSpace();
        }

        @Override
        public void tryDisk(Path directory) throws IOException {
            Path file = directory.resolve("disk-test");
            try (FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[4096]));
                channel.force(true);
            }
            Files.delete(file);
        }

        @Override
        public Duration betweenLooks() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void end() {
            thread.end();
            background.shutdown();
        }
    }
}
