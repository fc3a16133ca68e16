package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that proposes as fast as it can from several threads and prints each command once it is
 * acknowledged, until somebody kills it. Its first line says what it found on disk.
 */
final class ProposingProcess {
    private static final int THREADS = 4;
    private static final LogLimits SMALL =
            LogLimits.STANDARD.withSegmentBytes(64 << 10, 4 << 10).withSnapshotEvery(300);

    /** What kind of disk the process runs on; the second is there to see that a test notices. */
    enum Disk {
        HONEST,
        FORGETS_FLUSHES
    }

    private ProposingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Ledger ledger = new Ledger();
        LogSettings settings = LogSettings.of(Path.of(arguments[0]), "n1").withLimits(SMALL);
        TroubledWorld world = new TroubledWorld();
        CommandLog log = CommandLog.open(settings, ledger, world);
        if (Disk.valueOf(arguments[2]) == Disk.FORGETS_FLUSHES) {
            world.faults.forgetFlushes();
        }
        System.out.println("found " + ledger.lines().size());
        for (int thread = 0; thread < THREADS; thread++) {
            String name = arguments[1] + "." + thread + ".";
            Thread unused =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int at = 0; ; at++) {
                                            String line = name + at;
                                            Object answer =
                                                    log.propose(Ledger.command(line)).join();
                                            System.out.println("acknowledged " + answer);
                                        }
                                    });
        }
    }
}
