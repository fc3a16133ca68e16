package yichuang;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import yichuang.config.CheckCommand;
import yichuang.dispatch.PolicyCommand;

/** The appliance's command line; {@code run} wires the rooms (see {@link Controller}). */
@Command(
        name = "appliance",
        description = "一窗大厅控制器 The service-hall appliance",
        mixinStandardHelpOptions = true,
        version = "yichuang " + Release.NAME,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            PolicyCommand.class,
            RehearseCommand.class
        })
public final class Appliance {
    /** Held here: a logger that nobody holds forgets its level. */
    private static final Logger RAFT = Logger.getLogger("io.microraft");

    /**
     * Says a warning for every event loop after the first: Vert.x registers the same gauge once for
     * each.
     */
    private static final Logger GAUGES =
            Logger.getLogger("io.micrometer.common.util.internal.logging");

    private Appliance() {}

    public static void main(String[] args) {
        RAFT.setLevel(Level.WARNING);
        GAUGES.setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Appliance()).execute(args));
    }
}
