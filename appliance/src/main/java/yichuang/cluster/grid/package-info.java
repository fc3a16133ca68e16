/**
 * The nodes of a hall as a Hazelcast cluster: the feed by its event bus, and what the log does not
 * hold.
 *
 * <p>The commonest task:
 *
 * <pre>{@code
 * Shared shared = new Shared("n4");                     // there without any grid
 * shared.say("device", "display-3", bytes);             // this node's own state of a device
 * shared.all("device");                                 // everybody's
 * Grid grid = Grid.open(GridSettings.of("192.168.1.10", 7401, identity, revoked), shared);
 * grid.know(List.of(Address.of("192.168.1.11:7401")));  // in the background, any time
 * grid.publish(message);                                // leader: a command was applied
 * grid.listen((from, message) -> ...);                  // satellite
 * }</pre>
 *
 * <p>The idea: Hazelcast is quick and may be wrong for a while, so nothing that was promised to a
 * person rests on it. The feed can be checked by its indices ({@link yichuang.cluster.feed}); what
 * is shared has one writer per entry and a number that rises.
 *
 * <p>It sees the feed and who a node is, and nothing of the hall. Settings, ports and what a
 * partition does: {@code docs/internals/cluster.md}.
 */
package yichuang.cluster.grid;
