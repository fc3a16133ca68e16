/**
 * The nodes of one hall to each other: who they are, how they speak, and how a new one joins.
 *
 * <p>The commonest task:
 *
 * <pre>{@code
 * Membership node = Membership.find(data, key).orElse(...);   // or Membership.found, or Joining.join
 * Link link = Link.open(vertx, LinkSettings.of("0.0.0.0", 7400), node.identity(), trust)...;
 * link.peers(Map.of("n2", Address.of("192.168.1.11:7400")));
 * link.request("n2", bytes, Duration.ofSeconds(2));           // answered, or it says what is known
 * }</pre>
 *
 * <p>The idea: the hall is its own certificate authority ({@link yichuang.cluster.Authority}), a
 * peer is who its certificate says it is ({@link yichuang.cluster.Trust}), and a one-time code
 * stands in for the certificate a new node has not got yet ({@link yichuang.cluster.Joining} and
 * {@link yichuang.cluster.JoinDesk}, the two sides). The link ({@link yichuang.cluster.Link})
 * carries Raft's messages, which may be lost, and requests, which are answered or fail by their
 * deadline; it knows nothing of what is in them.
 *
 * <p>It may see {@code access} for the hall key, and {@code log} for the form in which Raft wants
 * its wire. The ugly cases: {@code FrameReader} what a stranger sends, {@code SendQueue} and {@code
 * Requests} a peer that is slow or gone, {@code Trust} certificates of others, old and revoked
 * ones, {@code JoinTalk} every refusal of a join. Problem, reasons and bounds: {@code
 * docs/internals/cluster.md}.
 */
package yichuang.cluster;
