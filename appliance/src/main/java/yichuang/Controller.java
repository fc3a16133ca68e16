package yichuang;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.Badges;
import yichuang.access.Contacts;
import yichuang.access.HallKey;
import yichuang.access.Links;
import yichuang.access.Openings;
import yichuang.cluster.Address;
import yichuang.cluster.Fence;
import yichuang.cluster.IslandMark;
import yichuang.cluster.JoinCode;
import yichuang.cluster.Membership;
import yichuang.config.Config;
import yichuang.config.ConfigErrors;
import yichuang.devices.Devices;
import yichuang.devices.VirtualDevices;
import yichuang.devices.driver.HardwareDrivers;
import yichuang.devices.driver.Installed;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicyFile;
import yichuang.evaluation.gateway.Gateway;
import yichuang.evaluation.platform.Platform;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.NodeRole;
import yichuang.hall.Setup;
import yichuang.hall.TokenId;
import yichuang.leader.Clocks;
import yichuang.leader.Follower;
import yichuang.leader.HallClock;
import yichuang.leader.Leader;
import yichuang.log.DirectoryLock;
import yichuang.log.LogSettings;
import yichuang.metrics.HallMetrics;
import yichuang.records.Lenders;
import yichuang.records.Records;
import yichuang.web.PassMark;
import yichuang.web.PassedCalls;
import yichuang.web.WebLimits;
import yichuang.web.WebRooms;
import yichuang.web.WebServer;

/** One controller: every room, wired. Opened from the disk upwards, closed the other way. */
final class Controller implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Controller.class.getName());
    private static final TokenId CONFIGURATION = new TokenId("configuration");
    private static final Duration RECORDS_LOOK = Duration.ofMillis(2);
    private static final Duration RECORDS_PATIENCE = Duration.ofMinutes(1);

    private final Leader leader;
    private final Nodes nodes;
    private final List<Runnable> endings;
    private final boolean joined;
    private final boolean stillToRejoin;
    private final int port;

    /**
     * How to start.
     *
     * @param key the hall key's file, outside of the data
     * @param clock a test clock as the command line has it
     * @param at where other controllers reach this one
     * @param join how to join a hall, if this node has not joined one before
     * @param rejoin whether a voter that the hall went on without comes back as a satellite
     * @param configure whether the file is put in force also in a hall of several nodes
     */
    record Options(
            String node,
            int port,
            Path data,
            Path key,
            Path config,
            Optional<String> clock,
            Address at,
            Optional<Join> join,
            boolean configure,
            boolean rejoin) {

        /** {@return how the same process begins anew: what was to be done once is done} */
        Options again(int samePort, boolean stillToRejoin) {
            return new Options(
                    node, samePort, data, key, config, clock, at, join, false, stillToRejoin);
        }
    }

    /**
     * Whom to ask, tried in this order, and the one-time code.
     *
     * @param role the one that this node is to have; empty: whatever the code is for
     */
    record Join(List<Address> voters, JoinCode code, Optional<NodeRole> role) {}

    /**
     * @param endings what closes the rooms, in this order
     */
    private Controller(
            Leader leader,
            Nodes nodes,
            List<Runnable> endings,
            boolean joined,
            boolean stillToRejoin,
            int port) {
        this.leader = leader;
        this.nodes = nodes;
        this.endings = endings;
        this.stillToRejoin = stillToRejoin;
        this.joined = joined;
        this.port = port;
    }

    /**
     * Starts everything; when it returns, the hall takes commands.
     *
     * @throws ConfigErrors before anything was touched
     */
    static Controller start(Options options) throws ConfigErrors, IOException {
        Config config = Config.load(options.config());
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Vertx vertx = vertx(registry);
        boolean joined = Joiner.join(vertx, options);
        directory(options.data());
        DirectoryLock data = DirectoryLock.take(options.data());
        HallKey key = HallKey.open(options.key());
        boolean rejoined = options.rejoin() && Rejoining.rejoin(options.data(), key);
        HallClock clock = Clocks.open(options.data(), options.clock(), config.setup().zone());
        Links links = new Links(key);

        HallMetrics metrics = new HallMetrics(registry);
        Neighbours neighbours =
                new Neighbours(
                        options.node(),
                        options.data(),
                        key,
                        options.at(),
                        Membership.find(options.data(), key),
                        vertx);
        SharedRows rows = new SharedRows(neighbours, vertx);
        Islands islands = Islands.open(options.data());
        Optional<Fence> fence = Rejoining.fence(options.data(), key);
        Optional<IslandMark> alone =
                islands.mark().filter(mark -> islands.alone() && fence.isEmpty());
        Records records =
                alone.isPresent()
                        ? openRecords(islands.records(alone.get().epoch()), Lenders.NONE)
                        : openRecords(options.data().resolve("records"), rows);
        Dispatch dispatch = new Dispatch(config.policy());
        Leader leader =
                new Leader(clock, dispatch, config.script().map(PolicyFile::new), records::behind);
        Nodes nodes =
                new Nodes(
                        neighbours,
                        vertx,
                        leader,
                        rows,
                        options.data(),
                        islands,
                        records::durableIndex,
                        fence);
        nodes.begin();
        leader.followFromTheStart(nodes.applied());
        if (alone.isPresent()) {
            leader.followFromTheStart(new Recording(records));
            nodes.serveAlone(
                    LogSettings.of(islands.log(alone.get().epoch()), options.node())
                            .withKeepFrom(alone.get()::index)
                            .withListener(new LogMeter(metrics)));
        } else if (nodes.isSatellite()) {
            nodes.copy();
        } else if (nodes.isFenced()) {
            nodes.read();
        } else {
            leader.followFromTheStart(new Recording(records));
            nodes.order(
                    LogSettings.of(neighbours.logDirectory(), options.node())
                            .withKeepFrom(records::durableIndex)
                            .withListener(new LogMeter(metrics)));
            rows.lend(records, () -> leader.log().committedIndex());
        }
        leader.follow(neighbours);
        if (!nodes.several()) {
            furnish(leader, config.setup());
            leader.bringUpToDate().join();
        } else {
            new Furniture(options.node(), nodes, leader, config.setup())
                    .compare(options.configure());
        }

        Badges badges = new Badges();
        leader.follow(badges);
        leader.follow(new Measuring(metrics));
        InstantSource time = nodes.time()::now;
        HardwareDrivers drivers =
                new HardwareDrivers(
                        Installed.all(),
                        config.hardware(),
                        new VirtualDevices(),
                        time.withZone(config.setup().zone()),
                        options.data().resolve("devices"));
        Devices devices =
                new Devices(
                        DevicePlans.of(config),
                        drivers,
                        ticket -> config.front().publicUrl() + "/t/" + links.of(ticket),
                        nodes.asks(),
                        time,
                        new NodesOfDevices(
                                neighbours,
                                leader,
                                nodes.time(),
                                new SharedReports(nodes.shared())));
        leader.follow(devices);
        devices.start();
        DeviceFigures.register(registry, devices);

        Contacts contacts = new Contacts(key);
        Sending.Rooms sending =
                new Sending.Rooms(
                        leader, nodes, records, contacts, links, config.front().publicUrl());
        Optional<Platform> platform = Sending.platform(config.platform(), sending);
        Optional<Gateway> gateway = Sending.gateway(config.gateway(), sending);
        PassMark mark = new PassMark();
        WebRooms rooms =
                new WebRooms(
                        options.node(),
                        leader,
                        badges,
                        links,
                        new Openings(key),
                        contacts,
                        records,
                        platform,
                        gateway,
                        devices,
                        metrics,
                        Signboards.of(config),
                        registry::scrape,
                        WebLimits.standard(
                                config.limits().kioskTicketsPerMinute(),
                                config.limits().kioskRatingsPerMinute(),
                                config.limits().phoneReadsPerMinute()),
                        nodes,
                        mark);
        int port = WebServer.start(vertx, rooms, options.port()).await();
        PassedCalls passed = new PassedCalls(vertx, port, mark, leader);
        nodes.answerWith(passed);
        Idleness idleness = new Idleness();
        leader.follow(idleness);
        idleness.start();
        if (options.rejoin() && nodes.isFenced()) {
            nodes.turn().complete(null);
        }
        boolean stillToRejoin = options.rejoin() && !rejoined;
        List<Runnable> endings =
                List.of(
                        () -> platform.ifPresent(Platform::close),
                        () -> gateway.ifPresent(Gateway::close),
                        idleness::close,
                        passed::close,
                        devices::close,
                        drivers::close,
                        nodes.grid()::close,
                        leader::close,
                        () -> vertx.close().await(),
                        records::close,
                        metrics::close,
                        () -> release(data));
        return new Controller(leader, nodes, endings, joined, stillToRejoin, port);
    }

    private static void directory(Path data) throws IOException {
        if (!Files.exists(data)) {
            Files.createDirectories(
                    data,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }

    /**
     * Recovery needs to know how far the records are, and a great file takes its time to open; when
     * it cannot be opened, the hall starts all the same.
     */
    private static Records openRecords(Path dir, Lenders lenders) {
        Records records = Records.open(dir, lenders);
        long until = System.nanoTime() + RECORDS_PATIENCE.toNanos();
        while (records.opening() && System.nanoTime() < until) {
            LockSupport.parkNanos(RECORDS_LOOK.toNanos());
        }
        records.fault()
                .ifPresent(
                        why ->
                                LOG.log(
                                        Level.SEVERE,
                                        "the records do not open, reports will be missing: {0}",
                                        why));
        return records;
    }

    private static void furnish(Leader leader, Setup setup) {
        boolean same =
                leader.read(reading -> reading.hall().setup().equals(Optional.of(setup))).join();
        if (!same) {
            leader.ask(CONFIGURATION, Optional.empty(), new Command.Configure(setup)).join();
        }
    }

    private static Vertx vertx(PrometheusMeterRegistry registry) {
        return Vertx.builder()
                .with(
                        new VertxOptions()
                                .setPreferNativeTransport(false)
                                .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true)))
                .withMetrics(new MicrometerMetricsFactory(registry))
                .build();
    }

    /** {@return the line that {@code --json} promises} */
    String tokens() {
        FirstTokens tokens = new FirstTokens(leader, nodes);
        return joined || nodes.isFenced() || nodes.isIsland()
                ? tokens.none(address())
                : tokens.line(address());
    }

    /** Waits until this controller has to begin anew, or is closed. */
    void awaitTurn() {
        nodes.turn().join();
    }

    /** {@return how the next one is to start in its place} */
    Options again(Options before) {
        return before.again(port, stillToRejoin);
    }

    /** {@return what a person who started the hall by hand needs to go on} */
    String welcome() {
        if (nodes.isIsland()) {
            return "一窗控制器独立办理 The controller is cut off and serves alone: " + address();
        }
        return nodes.isFenced()
                ? "一窗控制器只供查询 The controller answers questions only: " + address()
                : new FirstTokens(leader, nodes).welcome(address());
    }

    /** {@return this node's place in the grid} */
    HallGrid grid() {
        return nodes.grid();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        nodes.turn().complete(null);
        endings.forEach(Runnable::run);
    }

    private static void release(DirectoryLock data) {
        try {
            data.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records' ear on the hall. */
    private record Recording(Records records) implements Follower {
        @Override
        public void happened(Hall hall, long index, Entry entry, List<Event> events) {
            records.happened(index, entry, events);
        }

        @Override
        public void restored(long index) {
            records.restored(index);
        }
    }

    /** The metrics' ear on the hall. */
    private record Measuring(HallMetrics metrics) implements Follower {
        @Override
        public void happened(Hall hall, long index, Entry entry, List<Event> events) {
            metrics.happened(hall, index, entry, events);
        }

        @Override
        public void caughtUp(Hall hall, long index) {
            metrics.rebuild(hall);
        }
    }
}
