package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import yichuang.access.HallKey;
import yichuang.cluster.Address;
import yichuang.cluster.Authority;
import yichuang.cluster.EpochWire;
import yichuang.cluster.Errand;
import yichuang.cluster.Invitations;
import yichuang.cluster.JoinDesk;
import yichuang.cluster.LateWire;
import yichuang.cluster.Link;
import yichuang.cluster.LinkSettings;
import yichuang.cluster.LinkWire;
import yichuang.cluster.Member;
import yichuang.cluster.Membership;
import yichuang.cluster.NodeIdentity;
import yichuang.cluster.PeerState;
import yichuang.cluster.RequestHandler;
import yichuang.cluster.Trust;
import yichuang.hall.Entry;
import yichuang.hall.Epoch;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.HallNode;
import yichuang.hall.NodeRole;
import yichuang.leader.Follower;
import yichuang.log.NodeName;

/**
 * Who the other nodes are and the link to them. It follows the roster of the hall: who is new is
 * dialled, who moved is dialled anew, who was retired is believed no more; and where they were last
 * is kept on disk for the next start.
 */
final class Neighbours implements Follower {
    private static final Logger LOG = Logger.getLogger(Neighbours.class.getName());
    private static final int HEX = 16;

    private final String self;
    private final Path data;
    private final HallKey key;
    private final Address at;
    private final Vertx vertx;
    private final LateWire wire = new LateWire();

    private volatile Optional<Membership> membership;
    private volatile Optional<Line> line = Optional.empty();
    private volatile Optional<Invitations> invitations = Optional.empty();
    private volatile List<HallNode> roster = List.of();
    private volatile Set<BigInteger> revoked = Set.of();

    /** The link, once it is open. */
    private record Line(Link link, Trust trust) {}

    /**
     * @param at where this node listens for the others, as they are to dial it
     * @param membership empty: a hall of one
     */
    Neighbours(
            String self,
            Path data,
            HallKey key,
            Address at,
            Optional<Membership> membership,
            Vertx vertx) {
        this.self = self;
        this.data = data;
        this.key = key;
        this.at = at;
        this.membership = membership;
        this.vertx = vertx;
    }

    String self() {
        return self;
    }

    /** {@return the wire of the log, which may be asked before the link is open} */
    LateWire wire() {
        return wire;
    }

    /** {@return whether the hall has other nodes, or may have} */
    boolean several() {
        return membership.isPresent();
    }

    /** {@return whether this node keeps no log} */
    boolean isSatellite() {
        return membership.filter(one -> one.role() == NodeRole.SATELLITE).isPresent();
    }

    /** {@return the number of the epoch that this node's log is of} */
    long epoch() {
        return membership.map(Membership::epoch).orElse(Epoch.FIRST.number());
    }

    /**
     * {@return where this node's log is: each epoch has a directory, so none is ever overwritten}
     */
    Path logDirectory() {
        return logDirectory(data, epoch());
    }

    static Path logDirectory(Path data, long epoch) {
        return data.resolve(epoch == Epoch.FIRST.number() ? "log" : "log-" + epoch);
    }

    /** {@return the members as they were last kept} */
    List<Member> members() {
        return membership.map(Membership::members).orElse(List.of());
    }

    /**
     * Changes what this node is to its hall; durable on return. One after the other, since each
     * change writes the whole file.
     */
    synchronized void change(UnaryOperator<Membership> how) throws IOException {
        Membership before = membership.orElseThrow();
        Membership after = how.apply(before);
        if (!after.equals(before)) {
            after.keep(data, key);
            membership = Optional.of(after);
        }
    }

    /** {@return whether this node can let others in} */
    boolean hasAuthority() {
        return Authority.isIn(data);
    }

    /** {@return what another node needs to let others in} */
    byte[] authority() throws IOException {
        return signing().forVoter();
    }

    /** Keeps what another node gave; durable on return. */
    void keepAuthority(byte[] given) throws IOException {
        Authority.ofVoter(given, key).keep(data);
    }

    /** {@return all nodes as the hall has them; empty in a hall of one} */
    List<HallNode> roster() {
        return roster;
    }

    /** {@return the voters as this node knew them last} */
    List<String> voters() {
        List<Member> known = membership.map(Membership::members).orElse(List.of());
        return known.stream()
                .filter(member -> member.role() == NodeRole.VOTER)
                .map(Member::node)
                .toList();
    }

    boolean reaches(String node) {
        return line.filter(open -> open.link().reaches(node)).isPresent();
    }

    /** {@return how the link stands with each of the others} */
    List<PeerState> states() {
        return line.map(open -> open.link().states()).orElse(List.of());
    }

    /** Has another node do something. */
    Future<byte[]> send(String node, Errand errand, Duration deadline) {
        return line.map(open -> open.link().request(node, errand.encode(), deadline))
                .orElseGet(() -> Future.failedFuture("this node has no link"));
    }

    /** {@return who this node is to the others; empty in a hall of one} */
    Optional<NodeIdentity> identity() {
        return membership.map(Membership::identity);
    }

    /** {@return when this node's certificate ends; empty in a hall of one} */
    Optional<Instant> certificateUntil() {
        return identity().map(one -> one.certificate().getNotAfter().toInstant());
    }

    /** {@return what signs; read anew from the disk, for it is seldom wanted} */
    Authority signing() throws IOException {
        return Authority.open(data, key, Instant.now());
    }

    /** Keeps a renewed certificate, and shows it from the next connection on. */
    Future<Void> renew(NodeIdentity renewed) {
        return keep(before -> before.with(renewed)).onSuccess(any -> link().renew(renewed));
    }

    /** Says something to another node that need not arrive. */
    void say(String node, byte[] message) {
        line.ifPresent(open -> open.link().send(node, message));
    }

    /** {@return the nodes without a log, as the hall has them} */
    List<String> satellites() {
        return roster.stream()
                .filter(node -> node.role() == NodeRole.SATELLITE)
                .map(node -> node.id().value())
                .toList();
    }

    /** {@return all nodes but this one, as the hall has them} */
    List<String> others() {
        return roster.stream()
                .map(node -> node.id().value())
                .filter(name -> !name.equals(self))
                .toList();
    }

    /** {@return whether the hall counts this node among its own} */
    boolean isMember() {
        return roster.stream().anyMatch(node -> node.id().value().equals(self));
    }

    /** {@return serials of certificates that are nobody's any more} */
    Set<BigInteger> revoked() {
        return revoked;
    }

    /** {@return where this node listens for the others} */
    Address at() {
        return at;
    }

    /** {@return the link, once it is open} */
    Link link() {
        return line.orElseThrow().link();
    }

    /** {@return the voters that a new log begins with: those that are there, else this node} */
    List<NodeName> firstVoters() {
        List<NodeName> others =
                voters().stream().filter(name -> !name.equals(self)).map(NodeName::new).toList();
        return others.isEmpty() ? List.of(new NodeName(self)) : others;
    }

    /** {@return what came of making this node the first of a hall of several} */
    Future<Membership> found() {
        return vertx.executeBlocking(
                () ->
                        Membership.found(
                                data, key, new Member(self, NodeRole.VOTER, at), Instant.now()),
                true);
    }

    /** Opens the link of a hall that this node was a member of when it started. */
    Future<Void> reopen(RequestHandler answers, Invitations invitations) {
        return membership
                .map(member -> open(member, answers, invitations))
                .orElseGet(Future::succeededFuture);
    }

    /** Opens the link; from then on this node is a member. */
    Future<Void> open(Membership member, RequestHandler answers, Invitations invitations) {
        Trust trust = new Trust(member.identity(), InstantSource.system());
        return Link.open(vertx, LinkSettings.of("0.0.0.0", at.port()), member.identity(), trust)
                .compose(
                        link ->
                                vertx.<Void>executeBlocking(
                                        () -> {
                                            link.onRequest(answers);
                                            begin(new Line(link, trust), member, invitations);
                                            return null;
                                        },
                                        false));
    }

    private void begin(Line open, Membership member, Invitations invitations) throws IOException {
        open.link().peers(addresses(member.members()));
        line = Optional.of(open);
        membership = Optional.of(member);
        this.invitations = Optional.of(invitations);
        openDoor();
        wire.lay(new EpochWire(new LinkWire(open.link()), member.epoch()));
        turn(roster, List.of());
    }

    /** Lets nodes in by their codes from now on, where that can be done. */
    void openDoor() throws IOException {
        if (isSatellite() || !hasAuthority() || invitations.isEmpty()) {
            return;
        }
        link().admit(
                        new JoinDesk(
                                signing(),
                                key,
                                Release.NAME,
                                invitations.get(),
                                () -> members(roster),
                                epoch(),
                                InstantSource.system()));
    }

    private static Map<String, Address> addresses(List<Member> members) {
        Map<String, Address> addresses = new LinkedHashMap<>();
        members.forEach(member -> addresses.put(member.node(), member.address()));
        return addresses;
    }

    private static List<Member> members(List<HallNode> nodes) {
        return nodes.stream()
                .map(node -> new Member(node.id().value(), node.role(), Address.of(node.address())))
                .toList();
    }

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        if (events.stream().anyMatch(Event.OfRoster.class::isInstance)) {
            turn(hall.nodes(), hall.revokedSerials());
        }
    }

    @Override
    public void caughtUp(Hall hall, long index) {
        turn(hall.nodes(), hall.revokedSerials());
    }

    /** Turns to the nodes that the hall names. */
    private void turn(List<HallNode> nodes, List<String> serials) {
        List<HallNode> known = roster;
        roster = nodes;
        if (!serials.isEmpty()) {
            revoked =
                    serials.stream()
                            .map(serial -> new BigInteger(serial, HEX))
                            .collect(Collectors.toUnmodifiableSet());
        }
        if (line.isEmpty() || membership.isEmpty() || nodes.isEmpty()) {
            return;
        }
        line.get().link().peers(addresses(members(nodes)));
        renewed(known, nodes).forEach(line.get().link()::reopen);
        line.get().trust().revoke(revoked);
        if (!membership.get().members().equals(believed(nodes))) {
            keep(before -> before.with(believed(roster)))
                    .onFailure(
                            failure ->
                                    LOG.log(
                                            Level.WARNING,
                                            "the addresses of the others were not kept",
                                            failure));
        }
    }

    /** A start waits for the word of those in the file; a fenced node has none to say. */
    private static List<Member> believed(List<HallNode> nodes) {
        return members(nodes.stream().filter(node -> !node.isFenced()).toList());
    }

    private static List<String> renewed(List<HallNode> before, List<HallNode> now) {
        return now.stream()
                .filter(
                        node ->
                                before.stream()
                                        .anyMatch(
                                                old ->
                                                        old.id().equals(node.id())
                                                                && !old.serial()
                                                                        .equals(node.serial())))
                .map(node -> node.id().value())
                .toList();
    }

    private Future<Void> keep(UnaryOperator<Membership> how) {
        return vertx.executeBlocking(
                () -> {
                    change(how);
                    return null;
                },
                false);
    }
}
