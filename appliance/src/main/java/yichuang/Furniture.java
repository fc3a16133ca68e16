package yichuang;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.hall.Command;
import yichuang.hall.Setup;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;

/**
 * The configuration of a node of several against the hall's. The hall keeps to the one that is in
 * its log; a node that comes with another one says so and changes nothing, unless it is told to.
 */
final class Furniture {
    private static final Logger LOG = Logger.getLogger(Furniture.class.getName());
    private static final TokenId CONFIGURATION = new TokenId("configuration");

    private final String node;
    private final Nodes nodes;
    private final Leader leader;
    private final Setup setup;

    Furniture(String node, Nodes nodes, Leader leader, Setup setup) {
        this.node = node;
        this.nodes = nodes;
        this.leader = leader;
        this.setup = setup;
    }

    /**
     * Looks as soon as this node's copy of the hall is as new as the hall.
     *
     * @param configure put this node's own in force
     */
    void compare(boolean configure) {
        nodes.applied()
                .whenCaughtUp()
                .onSuccess(
                        any -> {
                            var unused =
                                    leader.read(reading -> reading.hall().setup())
                                            .thenAccept(hall -> compare(hall, configure));
                        });
    }

    private void compare(Optional<Setup> hall, boolean configure) {
        if (hall.equals(Optional.of(setup))) {
            return;
        }
        if (configure) {
            var unused =
                    nodes.asks()
                            .ask(CONFIGURATION, Optional.empty(), new Command.Configure(setup))
                            .whenComplete(
                                    (answer, failure) ->
                                            LOG.log(
                                                    Level.INFO,
                                                    "the hall is configured anew: {0}",
                                                    failure == null ? answer : failure));
        } else {
            LOG.log(
                    Level.WARNING,
                    "{0} 的配置文件与大厅现行的不同，按大厅的办。要启用本机的，请加 --configure 重新启动。"
                            + " The configuration file of {0} differs from the hall''s, which stays"
                            + " in force. To put this one in force, start once with --configure.",
                    node);
        }
    }
}
