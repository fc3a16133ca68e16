/**
 * The whole hall as a cluster in one thread, on a simulated clock, network and disk: trouble by
 * seed, then healing, and what must hold all the same.
 *
 * <p>Begin with {@link yichuang.storm.Storm}, one run of one seed. A {@code Node} runs the shipped
 * classes: leader, hall, policy, log, MicroRaft and the store on a {@link
 * yichuang.storm.disk.Disk}; its messages go through the link's frames and a {@code Network} that
 * loses, doubles, delays and disorders them. {@code Trouble} does what goes wrong. {@code Clerk}s
 * and {@code Visitor}s ask any node until they have an answer. The {@code Judge} looks after every
 * command, {@code TicketHistory} at what people were told, {@code AfterTheStorm} at what is left.
 *
 * <p>A hall that comes apart: {@code Severed} is what a node does about it, {@code BringingHome}
 * how its island comes home, {@code Parts} sees all parts at once. {@code Questions} is the way of
 * those who ask by way of a node, {@code ManagersList} what a manager knows in the end.
 *
 * <p>Checkers that nothing can fail prove nothing: {@link yichuang.storm.Variant} lists what is
 * broken on purpose.
 */
package yichuang.storm;
