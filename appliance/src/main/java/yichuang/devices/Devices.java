package yichuang.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.leader.Follower;

/**
 * All devices of the hall. Follows what was committed, tells those that this node drives, and asks
 * the hall for what people press; of those that other nodes drive it knows how they are. Every
 * method may be called from any thread, {@link #happened} and {@link #caughtUp} from the log's
 * only.
 */
public final class Devices implements Follower, AutoCloseable {
    /** The printer of a reprint that names none: the first kiosk's. */
    public static final String ANY_PRINTER = "desk";

    private static final Logger LOG = Logger.getLogger(Devices.class.getName());
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_PER_CHECK = 5;

    private final DevicePlan written;
    private final OtherNodes others;
    private final LineMaker making;
    private final SlipText slips;
    private final Drivers drivers;
    private final PrintNotes notes;
    private final Pressing pressing;
    private final InstantSource clock;
    private final Elsewhere elsewhere;
    private final List<Consumer<DeviceView>> listeners = new CopyOnWriteArrayList<>();
    private final Thread ticking;
    private volatile Driven driven;
    private Set<String> missing = Set.of();
    private int ticks;

    /**
     * What this node drives, until another node comes or goes.
     *
     * @param plan of all devices, each with its owner
     */
    private record Driven(DevicePlan plan, Lines lines, Cues cues) {}

    /**
     * Drives nothing before it has {@link #caughtUp}.
     *
     * @param links the address that a ticket's QR code holds
     * @param asking how to reach the leader
     * @param clock the hall's
     */
    public Devices(
            DevicePlan plan,
            Drivers drivers,
            Function<TicketId, String> links,
            Asking asking,
            InstantSource clock,
            OtherNodes others) {
        this.written = plan;
        this.others = others;
        this.pressing = new Pressing(asking, clock);
        this.clock = clock;
        this.drivers = drivers;
        this.slips = new SlipText(links);
        this.making =
                new LineMaker(
                        drivers,
                        clock,
                        this::ownChanged,
                        (device, key) -> press(device, key, Optional.empty()));
        this.notes = new PrintNotes(asking);
        this.elsewhere = new Elsewhere(others, clock, this::changed);
        this.driven = driven(new DevicePlan(List.of()), new Lines(List.of()));
        elsewhere.turn(Owners.alone(others.self()).of(plan).spots());
        this.ticking = Thread.ofVirtual().name("devices-tick").unstarted(this::keepTicking);
    }

    /** Begins to {@link #tick} once a second. */
    public void start() {
        others.reports().listen(report -> elsewhere.look());
        ticking.start();
    }

    private Driven driven(DevicePlan plan, Lines lines) {
        Lateness lateness = new Lateness(others);
        return new Driven(
                plan,
                lines,
                new Cues(
                        lines,
                        new Voices(lines, elsewhere),
                        new Printing(plan, lines, slips, notes, lateness, others),
                        lateness));
    }

    /** What was just committed. Returns at once, whatever the devices do. */
    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        if (events.stream().anyMatch(Event.OfRoster.class::isInstance) && turn(hall)) {
            driven.cues().caughtUp(hall, clock.instant());
        }
        events.forEach(event -> driven.cues().happened(hall, event));
    }

    /**
     * The hall as it stands after a start, a failed disk, or a time in which this node heard
     * nothing.
     */
    @Override
    public void caughtUp(Hall hall, long index) {
        var unused = turn(hall);
        driven.cues().caughtUp(hall, clock.instant());
    }

    /** {@return whether this node drives other devices than before} */
    private boolean turn(Hall hall) {
        Owners owners = Owners.of(others.self(), hall);
        tellMissing(owners);
        DevicePlan plan = owners.of(written);
        if (plan.equals(driven.plan())) {
            return false;
        }
        List<DevicePlan.Spot> own = plan.of(others.self());
        driven = driven(plan, driven.lines().turnedTo(own, making::make));
        elsewhere.turn(plan.without(others.self()));
        return true;
    }

    private void tellMissing(Owners owners) {
        Set<String> now = owners.missing(written);
        now.stream()
                .filter(name -> !missing.contains(name))
                .forEach(
                        name ->
                                LOG.log(
                                        Level.WARNING,
                                        "设备文件里的控制器 {0} 不在大厅里，它的设备没有运行。让它以这个名字加入，或改正 nodes。"
                                                + " The devices file gives devices to {0}, which is no"
                                                + " controller of the hall; they do not run. Let it"
                                                + " join under that name, or correct \"nodes\".",
                                        name));
        missing = now;
    }

    /** {@return the device, empty when the hall has none with this id} */
    public Optional<DeviceView> find(String id) {
        return driven.lines().find(id).map(Line::view).or(() -> elsewhere.find(id));
    }

    /** {@return tests and replacements of the devices that this node drives} */
    public Workshop workshop() {
        return new Workshop(id -> driven.lines().find(id), elsewhere::find);
    }

    /** {@return the node that drives the device; empty when none does as far as this one knows} */
    public Optional<String> owner(String id) {
        return driven.plan().find(id).flatMap(DevicePlan.Spot::node);
    }

    /** {@return whether a printer has this id or stands at this place} */
    public boolean hasPrinter(String idOrPlace) {
        return written.findPrinter(idOrPlace).isPresent();
    }

    /** {@return all devices, in the order of the plan} */
    public List<DeviceView> all() {
        return written.spots().stream().flatMap(spot -> find(spot.id()).stream()).toList();
    }

    /** {@return whether this device is in this program only} */
    public boolean isVirtual(String device) {
        return drivers.isVirtual(device);
    }

    /**
     * Tells when a device turns well, faulty or, on another node, unknown.
     *
     * @param listener called on any thread; must not wait
     */
    public void listen(Consumer<DeviceView> listener) {
        listeners.add(listener);
    }

    /**
     * A key of a keypad, caller pad or panic button: virtual ones are pressed over the API, real
     * ones by their driver. The hall is asked in the device's own name; for a rating only while the
     * keypad is open for a visit.
     *
     * @param key as {@link Keys} names them
     * @param request what makes a retry over the API the same press; a real key has none
     */
    public CompletionStage<Press> press(String device, String key, Optional<RequestKey> request) {
        Optional<Line> line = driven.lines().find(device);
        return line.isEmpty()
                ? CompletableFuture.completedFuture(notHere(device))
                : pressing.press(line.get(), key, request);
    }

    private Press notHere(String device) {
        return elsewhere
                .find(device)
                .filter(view -> view.kind().hasKeys())
                .<Press>map(view -> new Press.Away(device, view.node()))
                .orElseGet(() -> new Press.NoKeypad(device));
    }

    /**
     * What is due: keypads that were lit long enough, print results, and a look at every device.
     */
    void tick() {
        Instant now = clock.instant();
        driven.lines().of(KeypadLine.class).forEach(keypad -> keypad.shutAt(now));
        notes.tell();
        elsewhere.look();
        ticks = (ticks + 1) % TICKS_PER_CHECK;
        if (ticks == 0) {
            check();
        }
    }

    void check() {
        driven.lines().all().forEach(Line::check);
    }

    /** Waits until every device has done what it was asked before. */
    void awaitIdle() throws InterruptedException {
        Collection<Line> lines = driven.lines().all();
        CountDownLatch idle = new CountDownLatch(lines.size());
        lines.forEach(line -> line.whenIdle(idle));
        idle.await();
    }

    private void keepTicking() {
        try {
            while (true) {
                Thread.sleep(TICK);
                tick();
            }
        } catch (InterruptedException closed) {
            // Nothing is due any more.
        }
    }

    private void ownChanged(DeviceView view) {
        others.reports().tell(DeviceReport.of(view));
        changed(view);
    }

    private void changed(DeviceView view) {
        listeners.forEach(listener -> listener.accept(view));
    }

    @Override
    public void close() {
        ticking.interrupt();
        driven.lines().all().forEach(Line::close);
    }
}
