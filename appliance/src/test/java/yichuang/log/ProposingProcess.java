package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/**
 * A process that proposes as fast as it can from several threads and prints each command once it is
 * acknowledged, until somebody kills it. Its first line says what it found on disk.
 */
final class ProposingProcess {
    private static final int THREADS = 4;
    private static final int SNAPSHOT_EVERY = 300;
    private static final LogLimits SMALL =
            LogLimits.STANDARD
                    .withSegmentBytes(64 << 10, 4 << 10)
                    .withSnapshotEvery(SNAPSHOT_EVERY);

    /**
     * What kind of disk the process runs on; the second is there to see that a test notices. A
     * snapshot begins a new segment and so writes the old one even on a disk that forgets; there
     * the process falls silent halfway between two snapshots, so that a kill finds something lost
     * wherever it falls.
     */
    enum Disk {
        HONEST(Integer.MAX_VALUE),
        FORGETS_FLUSHES(SNAPSHOT_EVERY + SNAPSHOT_EVERY / 2);

        /** How many commands it acknowledges before it waits for its end. */
        final int commands;

        Disk(int commands) {
            this.commands = commands;
        }
    }

    private ProposingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Ledger ledger = new Ledger();
        LogSettings settings = LogSettings.of(Path.of(arguments[0]), "n1").withLimits(SMALL);
        TroubledWorld world = new TroubledWorld();
        CommandLog log = CommandLog.open(settings, ledger, world);
        Disk disk = Disk.valueOf(arguments[2]);
        if (disk == Disk.FORGETS_FLUSHES) {
            world.faults.forgetFlushes();
        }
        System.out.println("found " + ledger.lines().size());
        Semaphore left = new Semaphore(disk.commands);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = arguments[1] + "." + thread + ".";
            Thread unused =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int at = 0; ; at++) {
                                            left.acquireUninterruptibly();
                                            String line = name + at;
                                            Object answer =
                                                    log.propose(Ledger.command(line)).join();
                                            System.out.println("acknowledged " + answer);
                                        }
                                    });
        }
    }
}
