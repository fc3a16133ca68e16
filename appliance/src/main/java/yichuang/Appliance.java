package yichuang;

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
    private Appliance() {}

    public static void main(String[] args) {
        Diary.open();
        System.exit(new CommandLine(new Appliance()).execute(args));
    }
}
