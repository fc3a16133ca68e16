package yichuang.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.leader.Follower;

/**
 * All devices of the hall. Follows what was committed, tells the devices, and asks the hall for
 * what people press. Every method may be called from any thread, {@link #happened} and {@link
 * #caughtUp} from the log's only.
 */
public final class Devices implements Follower, AutoCloseable {
    /** The printer of a reprint that names none: the first kiosk's. */
    public static final String ANY_PRINTER = "desk";

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_PER_CHECK = 5;

    private final Lines lines;
    private final boolean virtual;
    private final Cues cues;
    private final PrintNotes notes;
    private final Asking asking;
    private final InstantSource clock;
    private final List<Consumer<DeviceView>> listeners = new CopyOnWriteArrayList<>();
    private final Thread ticking;
    private int ticks;

    /**
     * Makes the devices; none is asked anything before {@link #start}.
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
            InstantSource clock) {
        this.asking = asking;
        this.clock = clock;
        this.virtual = drivers.areVirtual();
        this.lines = new Lines(plan, drivers, clock, this::changed);
        this.notes = new PrintNotes(asking);
        this.cues =
                new Cues(lines, new Voices(lines), new Printing(lines, new SlipText(links), notes));
        this.ticking = Thread.ofVirtual().name("devices-tick").unstarted(this::keepTicking);
    }

    /** Starts every device's thread, and once a second {@link #tick}. */
    public void start() {
        startLines();
        ticking.start();
    }

    void startLines() {
        lines.all().forEach(Line::start);
    }

    /** What was just committed. Returns at once, whatever the devices do. */
    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        events.forEach(event -> cues.happened(hall, event));
    }

    /** The hall as it stands after a start or a failed disk. */
    @Override
    public void caughtUp(Hall hall, long index) {
        cues.caughtUp(hall, clock.instant());
    }

    /** {@return the device, empty when the hall has none with this id} */
    public Optional<DeviceView> find(String id) {
        return lines.find(id).map(Line::view);
    }

    /** {@return whether a printer has this id or stands at this place} */
    public boolean hasPrinter(String idOrPlace) {
        return lines.findPrinter(idOrPlace).isPresent();
    }

    /** {@return all devices, in the order of the plan} */
    public List<DeviceView> all() {
        return lines.all().stream().map(Line::view).toList();
    }

    /** {@return whether the devices are in this program only} */
    public boolean areVirtual() {
        return virtual;
    }

    /**
     * Tells when a device turns well or faulty.
     *
     * @param listener called on the device's own thread; must not wait
     */
    public void listen(Consumer<DeviceView> listener) {
        listeners.add(listener);
    }

    /**
     * A key of a keypad: virtual ones are pressed over the API, real ones by their driver. While
     * the keypad is open for a visit, the hall is asked to rate it, in the keypad's own name.
     *
     * @param key {@code "1"} to {@code "5"}
     * @param request what makes a retry over the API the same press; a real key has none
     */
    public CompletionStage<Press> press(String device, String key, Optional<RequestKey> request) {
        Optional<KeypadLine> keypad =
                lines.find(device).filter(KeypadLine.class::isInstance).map(KeypadLine.class::cast);
        if (keypad.isEmpty()) {
            return CompletableFuture.completedFuture(new Press.NoKeypad(device));
        }
        if (key.length() != 1 || key.charAt(0) < '1' || key.charAt(0) > '5') {
            return CompletableFuture.completedFuture(new Press.UnknownKey(key));
        }
        Optional<TicketId> visit = keypad.get().pressed(key, clock.instant());
        if (visit.isEmpty()) {
            return CompletableFuture.completedFuture(new Press.Dark(device));
        }
        Command.Rate rate =
                new Command.Rate(
                        UUID.randomUUID().toString(),
                        visit.get(),
                        key.charAt(0) - '0',
                        Channel.KEYPAD,
                        List.of(),
                        Optional.empty());
        return asking.ask(new TokenId("device-" + device), request, rate)
                .thenApply(Press.Asked::new);
    }

    /**
     * What is due: keypads that were lit long enough, print results, and a look at every device.
     */
    void tick() {
        Instant now = clock.instant();
        lines.of(KeypadLine.class).forEach(keypad -> keypad.shutAt(now));
        notes.tell();
        ticks = (ticks + 1) % TICKS_PER_CHECK;
        if (ticks == 0) {
            check();
        }
    }

    void check() {
        lines.all().forEach(Line::check);
    }

    /** Waits until every device has done what it was asked before. */
    void awaitIdle() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(lines.all().size());
        lines.all().forEach(line -> line.whenIdle(idle));
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

    private void changed(DeviceView view) {
        listeners.forEach(listener -> listener.accept(view));
    }

    @Override
    public void close() {
        ticking.interrupt();
        lines.all().forEach(Line::close);
    }
}
