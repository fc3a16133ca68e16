/**
 * What was ordered, carried to the nodes that keep no log.
 *
 * <p>The commonest task, on a satellite:
 *
 * <pre>{@code
 * Copy copy = Copy.open("n4", machine, new LinkSource(...));
 * grid.listen((from, message) -> copy.hear(message)); // and link.listen likewise
 * copy.state();                                       // Following(leader), or NoLeader
 * }</pre>
 *
 * <p>and on a voter, for each command that its log applied:
 *
 * <pre>{@code
 * FeedEntry entry = recent.add(term, index, command); // log's thread
 * grid.publish(entry.encode());                       // if this node leads
 * desk.answer(question);                              // what satellites ask over the link
 * }</pre>
 *
 * <p>The idea: committed commands never change, so whoever has a state and the commands after it
 * has the hall. {@link yichuang.cluster.feed.FeedEntry} names the command before it, so a gap is
 * seen at once; {@link yichuang.cluster.feed.Recent} fills small gaps, {@link
 * yichuang.cluster.feed.FeedDesk} gives the state for great ones. The feed may lose, double and
 * disorder: {@link yichuang.cluster.feed.Copy} applies each command once and in order, or not yet.
 *
 * <p>It sees {@code log} and the link, and nothing of Hazelcast. Why so: {@code
 * docs/internals/cluster.md}.
 */
package yichuang.cluster.feed;
