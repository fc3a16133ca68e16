package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.HallKey;
import yichuang.cluster.Address;
import yichuang.cluster.Authority;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.cluster.JoinDesk;
import yichuang.cluster.LateWire;
import yichuang.cluster.Link;
import yichuang.cluster.LinkSettings;
import yichuang.cluster.LinkWire;
import yichuang.cluster.Member;
import yichuang.cluster.Membership;
import yichuang.cluster.PeerState;
import yichuang.cluster.Trust;
import yichuang.cluster.feed.Copy;
import yichuang.cluster.feed.LinkSource;
import yichuang.cluster.feed.Telling;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.HallNode;
import yichuang.hall.NodeId;
import yichuang.hall.NodeRole;
import yichuang.hall.TokenId;
import yichuang.leader.Follower;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.log.CommandLog;
import yichuang.log.LogSettings;
import yichuang.log.LogState;
import yichuang.log.NodeName;
import yichuang.web.Others;
import yichuang.web.PassedCalls;

/**
 * This node among the nodes of its hall. A hall of one has no link, no certificates and no others;
 * all of that begins with the first code that an administrator asks for, or with joining.
 */
final class Nodes implements Others, Follower, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Nodes.class.getName());
    private static final TokenId FOUNDING = new TokenId("founding");
    private static final Duration CALL_DEADLINE = Duration.ofSeconds(3);
    private static final Duration NEWEST_DEADLINE = Duration.ofMillis(250);
    private static final Duration COPY_DEADLINE = Duration.ofSeconds(1);
    private static final Duration COPY_PATIENCE = Duration.ofMillis(100);
    private static final Future<Place> HERE = Future.succeededFuture(new Place.Here());
    private static final int PULSE_MILLIS = 1_000;
    private static final int HEX = 16;

    private final String self;
    private final Path data;
    private final HallKey key;
    private final Address at;
    private final Vertx vertx;
    private final Leader leader;
    private final Asks asks;
    private final Applied applied = new Applied();
    private final LateWire wire = new LateWire();
    private final Promise<PassedCalls> calls = Promise.promise();

    private volatile Optional<Membership> membership;
    private volatile Optional<Line> line = Optional.empty();
    private volatile Optional<CommandLog> log = Optional.empty();
    private volatile List<HallNode> roster = List.of();
    private volatile Optional<Telling> telling = Optional.empty();

    /** The link, once it is open. */
    private record Line(Link link, Trust trust) {}

    /**
     * @param at where this node listens for the others, as they are to dial it
     * @param membership empty: a hall of one
     */
    Nodes(
            String self,
            Path data,
            HallKey key,
            Address at,
            Optional<Membership> membership,
            Vertx vertx,
            Leader leader) {
        this.self = self;
        this.data = data;
        this.key = key;
        this.at = at;
        this.membership = membership;
        this.vertx = vertx;
        this.leader = leader;
        this.asks = new Asks(leader, this);
    }

    LateWire wire() {
        return wire;
    }

    Applied applied() {
        return applied;
    }

    Asks asks() {
        return asks;
    }

    /** {@return whether the hall has other nodes, or may have} */
    boolean several() {
        return membership.isPresent();
    }

    /** {@return the voters that a new log begins with} */
    List<NodeName> firstVoters() {
        List<NodeName> others =
                membership.map(Membership::members).orElse(List.of()).stream()
                        .filter(member -> member.role() == NodeRole.VOTER)
                        .map(member -> new NodeName(member.node()))
                        .filter(name -> !name.name().equals(self))
                        .toList();
        return others.isEmpty() ? List.of(new NodeName(self)) : others;
    }

    /** Before the log begins: the link must stand, for its messages go over it. */
    void begin() throws IOException {
        if (membership.isPresent()) {
            await(link(membership.get()));
        }
    }

    /** {@return whether this node keeps no log} */
    boolean isSatellite() {
        return membership.filter(one -> one.role() == NodeRole.SATELLITE).isPresent();
    }

    /** Begins as a voter: with a log. */
    void order(LogSettings settings) throws IOException {
        CommandLog commands =
                leader.start(
                        machine -> {
                            Telling told = new Telling(machine, this::term, this::tell);
                            telling = Optional.of(told);
                            return CommandLog.open(settings.withVoters(firstVoters(), wire), told);
                        });
        log = Optional.of(commands);
        if (several()) {
            beginTelling(commands);
        }
        Voting voting = new Voting(self, commands, () -> roster, this::reaches);
        vertx.setPeriodic(PULSE_MILLIS, any -> pulse(voting));
    }

    private void beginTelling(CommandLog commands) {
        commands.thread().execute(() -> telling.orElseThrow().begin(commands.thread()));
    }

    /** Begins as a satellite: with a copy of what the voters have committed. */
    void copy() throws IOException {
        Link link = line.orElseThrow().link();
        Copy copy =
                leader.start(
                        machine ->
                                Copy.open(
                                        machine, new LinkSource(link, this::voters, Nodes::feed)));
        link.listen((from, message) -> copy.hear(message));
        vertx.setPeriodic(
                PULSE_MILLIS,
                any -> {
                    if (changes() instanceof Place.There there) {
                        var unused = ask(there);
                    }
                });
    }

    private static byte[] feed(byte[] question) {
        return new Errand.Feed(Buffer.buffer(question)).encode();
    }

    private List<String> voters() {
        List<Member> known = membership.map(Membership::members).orElse(List.of());
        return known.stream()
                .filter(member -> member.role() == NodeRole.VOTER)
                .map(Member::node)
                .toList();
    }

    private long term() {
        return log.map(one -> one.state().term()).orElse(0);
    }

    /** What the leader applied goes to every satellite; what is lost on the way they ask for. */
    private void tell(Supplier<byte[]> message) {
        List<HallNode> satellites =
                roster.stream().filter(node -> node.role() == NodeRole.SATELLITE).toList();
        if (satellites.isEmpty() || line.isEmpty() || !leader.log().leading()) {
            return;
        }
        byte[] bytes = message.get();
        satellites.forEach(node -> line.get().link().send(node.id().value(), bytes));
    }

    /** Waits until this node's copy was as new as the hall once, or the time is over. */
    void awaitCaughtUp(Duration atMost) {
        if (several()) {
            var unused = atMost(atMost, applied.whenCaughtUp()).await();
        }
    }

    /** From now on others' calls are answered. */
    void answerWith(PassedCalls passed) {
        calls.complete(passed);
    }

    private Future<Void> link(Membership member) {
        Trust trust = new Trust(member.identity(), InstantSource.system());
        return Link.open(vertx, LinkSettings.of("0.0.0.0", at.port()), member.identity(), trust)
                .compose(open -> vertx.executeBlocking(() -> furnish(open, trust, member), false));
    }

    private Void furnish(Link link, Trust trust, Membership member) throws IOException {
        link.onRequest(this::answer);
        link.peers(addresses(member.members()));
        if (Authority.isIn(data)) {
            Authority authority = Authority.open(data, key, Instant.now());
            link.admit(
                    new JoinDesk(
                            authority,
                            key,
                            Release.NAME,
                            new RosterInvitations(leader, this, asks),
                            () -> members(roster),
                            InstantSource.system()));
        }
        wire.lay(new LinkWire(link));
        line = Optional.of(new Line(link, trust));
        turn(roster, List.of());
        return null;
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
    private void turn(List<HallNode> nodes, List<String> revoked) {
        roster = nodes;
        if (line.isEmpty() || membership.isEmpty() || nodes.isEmpty()) {
            return;
        }
        List<Member> members = members(nodes);
        line.get().link().peers(addresses(members));
        if (!revoked.isEmpty()) {
            Set<BigInteger> serials = new LinkedHashSet<>();
            revoked.forEach(serial -> serials.add(new BigInteger(serial, HEX)));
            line.get().trust().revoke(serials);
        }
        if (!membership.get().members().equals(members)) {
            Membership now = membership.get().with(members);
            membership = Optional.of(now);
            vertx.<Void>executeBlocking(
                            () -> {
                                now.keep(data, key);
                                return null;
                            },
                            true)
                    .onFailure(
                            failure ->
                                    LOG.log(
                                            Level.WARNING,
                                            "the addresses of the others were not kept",
                                            failure));
        }
    }

    private void pulse(Voting voting) {
        voting.step();
        telling.ifPresent(told -> told.pulse(leader(), leader.log().leading()));
        if (changes() instanceof Place.There there) {
            var unused = ask(there);
        }
    }

    // What this node asks of others.

    Future<byte[]> request(String node, Errand errand, Duration deadline) {
        return send(node, errand, deadline).compose(bytes -> reached(bytes).map(bytes));
    }

    private Future<byte[]> send(String node, Errand errand, Duration deadline) {
        return line.map(open -> open.link().request(node, errand.encode(), deadline))
                .orElseGet(() -> Future.failedFuture("this node has no link"));
    }

    /** Every answer begins with the index that the answering node had applied. */
    private Future<Void> reached(byte[] bytes) {
        return bytes.length < Long.BYTES
                ? Future.succeededFuture()
                : atMost(COPY_DEADLINE, applied.reached(ByteBuffer.wrap(bytes).getLong()));
    }

    private Future<Void> atMost(Duration time, Future<Void> future) {
        if (future.isComplete()) {
            return future;
        }
        Promise<Void> over = Promise.promise();
        long timer = vertx.setTimer(time.toMillis(), any -> over.tryComplete());
        future.onComplete(
                any -> {
                    vertx.cancelTimer(timer);
                    over.tryComplete();
                });
        return over.future();
    }

    @Override
    public Future<Called> call(String node, Errand.Call call) {
        return send(node, call, CALL_DEADLINE)
                .compose(
                        bytes -> {
                            try {
                                Called called = Called.decode(bytes);
                                return atMost(COPY_DEADLINE, applied.reached(called.index()))
                                        .map(called);
                            } catch (IOException e) {
                                return Future.failedFuture(e);
                            }
                        });
    }

    @Override
    public Future<Place> newest() {
        if (!several()) {
            return HERE;
        }
        return switch (changes()) {
            case Place.Here here ->
                    log.map(
                                    one ->
                                            Future.fromCompletionStage(one.confirm(NEWEST_DEADLINE))
                                                    .<Place>map(here)
                                                    .otherwise(here))
                            .orElse(HERE);
            case Place.There there -> ask(there);
            case Place.Nowhere nowhere -> HERE;
        };
    }

    /** A leader that does not say so in time may be none; then this copy is as good. */
    private Future<Place> ask(Place.There there) {
        return send(there.node(), new Errand.Newest(), NEWEST_DEADLINE)
                .onSuccess(this::hear)
                .compose(
                        bytes -> {
                            long index = ByteBuffer.wrap(bytes).getLong();
                            return atMost(COPY_PATIENCE, applied.reached(index))
                                    .<Place>map(
                                            any ->
                                                    applied.index() >= index
                                                            ? new Place.Here()
                                                            : there);
                        })
                .otherwise(new Place.Here());
    }

    /** The leader's time goes on here, should this node lead next. */
    private void hear(byte[] newest) {
        if (newest.length >= 2 * Long.BYTES) {
            long micros = ByteBuffer.wrap(newest).getLong(Long.BYTES);
            leader.clock()
                    .goOnFrom(
                            Instant.ofEpochSecond(
                                    Math.floorDiv(micros, 1_000_000L),
                                    Math.floorMod(micros, 1_000_000L) * 1_000));
        }
    }

    // What others ask of this node.

    private Future<byte[]> answer(String from, byte[] bytes) {
        try {
            return switch (Errand.decode(bytes)) {
                case Errand.Call call ->
                        calls.future().compose(passed -> passed.answer(call)).map(Called::encode);
                case Errand.Ask ask -> asks.answer(ask);
                case Errand.Newest newest -> newestHere();
                case Errand.Feed feed ->
                        telling.map(
                                        told ->
                                                Future.fromCompletionStage(
                                                        told.answer(feed.question().getBytes())))
                                .orElseGet(() -> Future.failedFuture("this node keeps no log"));
            };
        } catch (IOException | RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<byte[]> newestHere() {
        if (log.isEmpty()) {
            return Future.failedFuture("this node does not lead");
        }
        return Future.fromCompletionStage(
                log.get()
                        .confirm(NEWEST_DEADLINE)
                        .thenCompose(sure -> leader.read(Nodes::indexAndTime)));
    }

    private static byte[] indexAndTime(Reading reading) {
        Instant now = reading.now();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(reading.index())
                .putLong(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000)
                .array();
    }

    // Who is there.

    @Override
    public Place changes() {
        if (!several()) {
            return new Place.Here();
        }
        return switch (leader.log().condition()) {
            case LogState.Condition.Following following ->
                    reaches(following.leader())
                            ? new Place.There(following.leader())
                            : new Place.Nowhere();
            case LogState.Condition.NoLeader nobody -> new Place.Nowhere();
            case LogState.Condition.Starting starting -> new Place.Nowhere();
            case LogState.Condition.Leading leading -> new Place.Here();
            case LogState.Condition.ReadOnly readOnly -> new Place.Here();
            case LogState.Condition.Stopped stopped -> new Place.Here();
            case LogState.Condition.Closed closed -> new Place.Here();
        };
    }

    @Override
    public Optional<String> leader() {
        return switch (leader.log().condition()) {
            case LogState.Condition.Following following -> Optional.of(following.leader());
            case LogState.Condition.Leading leading -> Optional.of(self);
            case LogState.Condition.ReadOnly readOnly ->
                    several() ? Optional.empty() : Optional.of(self);
            case LogState.Condition.NoLeader nobody -> Optional.empty();
            case LogState.Condition.Starting starting -> Optional.empty();
            case LogState.Condition.Stopped stopped -> Optional.empty();
            case LogState.Condition.Closed closed -> Optional.empty();
        };
    }

    /** The devices hang on the node that has been in the hall for longest. */
    private Optional<String> driver() {
        return roster.stream().findFirst().map(first -> first.id().value());
    }

    /** {@return whether this node drives the devices} */
    boolean drivesDevices() {
        return driver().filter(owner -> !owner.equals(self)).isEmpty();
    }

    @Override
    public Place device(String id) {
        return drivesDevices() ? new Place.Here() : new Place.There(driver().orElseThrow());
    }

    private boolean reaches(String node) {
        return line.filter(open -> open.link().reaches(node)).isPresent();
    }

    @Override
    public List<NodeView> nodes() {
        List<PeerState> peers = line.map(open -> open.link().states()).orElse(List.of());
        List<NodeName> voters = log.map(one -> one.membership().voters()).orElse(List.of());
        return NodeViews.of(self, roster, peers, voters);
    }

    @Override
    public Future<List<NodeView>> look() {
        if (log.isEmpty() || !leader.log().leading() || !several()) {
            return Future.succeededFuture(nodes());
        }
        long last = leader.log().lastIndex();
        return Future.fromCompletionStage(log.get().membership().reached())
                .map(reached -> NodeViews.lagging(nodes(), reached, last))
                .otherwise(failure -> nodes());
    }

    @Override
    public synchronized Future<Void> open() {
        if (several()) {
            return Future.succeededFuture();
        }
        return vertx.executeBlocking(
                        () ->
                                Membership.found(
                                        data,
                                        key,
                                        new Member(self, NodeRole.VOTER, at),
                                        Instant.now()),
                        true)
                .compose(
                        founded ->
                                link(founded)
                                        .onSuccess(any -> founded(founded))
                                        .compose(any -> admitSelf(founded)));
    }

    private void founded(Membership founded) {
        membership = Optional.of(founded);
        beginTelling(log.orElseThrow());
    }

    @Override
    public boolean keepsRecords() {
        return !isSatellite();
    }

    private Future<Void> admitSelf(Membership founded) {
        Command.AdmitNode admit =
                new Command.AdmitNode(
                        Optional.empty(),
                        new NodeId(self),
                        NodeRole.VOTER,
                        at.toString(),
                        founded.identity().certificate().getSerialNumber().toString(HEX));
        return Future.fromCompletionStage(leader.ask(FOUNDING, Optional.empty(), admit)).mapEmpty();
    }

    @Override
    public Future<Void> lead(String node) {
        return log.map(
                        one ->
                                Future.fromCompletionStage(
                                        one.membership().transferLeadership(new NodeName(node))))
                .orElseGet(() -> Future.failedFuture("this node has no log"));
    }

    private static void await(Future<Void> future) throws IOException {
        try {
            future.await();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        line.ifPresent(open -> open.link().close());
    }
}
