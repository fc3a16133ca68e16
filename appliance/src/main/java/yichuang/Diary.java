package yichuang;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the program says on standard error, a line each: the appliance itself from INFO on, and the
 * libraries only what hall IT can do something about.
 */
final class Diary {
    private static final String LINE = "%1$tF %1$tT %4$s %5$s%6$s%n";

    /**
     * Raft tells every vote and every late answer as a warning; what of that matters to a person is
     * said by {@link LogMeter}. Micrometer warns of each event loop after the first, whose gauges
     * have one name. Hazelcast warns of every node that is away, as the list of nodes shows too;
     * its cluster manager of every subscription that went with one.
     */
    private static final List<Logger> SILENT =
            List.of(
                    Logger.getLogger("io.microraft"),
                    Logger.getLogger("io.micrometer"),
                    Logger.getLogger("com.hazelcast"),
                    Logger.getLogger("io.vertx.spi.cluster"),
                    Logger.getLogger("io.vertx.core.eventbus"));

    private Diary() {}

    /** Before anything is said. */
    static void open() {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        SILENT.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
