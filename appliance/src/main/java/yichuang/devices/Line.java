package yichuang.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is asked of one device, one after the other on a thread of its own. Whoever asks never
 * waits: the queue is bounded and a full one says so at once. Every act has a time limit; one that
 * passes it is given up and interrupted, and the device is at fault.
 */
abstract class Line implements AutoCloseable {
    static final int WAITING_MAX = 64;
    private static final Duration CHECK_MAX = Duration.ofSeconds(2);
    private static final Logger LOG = Logger.getLogger(Line.class.getName());

    private final DevicePlan.Spot spot;
    private final InstantSource clock;
    private final Consumer<DeviceView> changed;
    private final BlockingQueue<Turn> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread thread;
    private Standing standing;

    private interface Turn {
        void take() throws InterruptedException;
    }

    private record Standing(
            DeviceView.State state, Instant since, Optional<DeviceFault.Kind> fault) {}

    Line(DevicePlan.Spot spot, InstantSource clock, Consumer<DeviceView> changed) {
        this.spot = spot;
        this.clock = clock;
        this.changed = changed;
        this.standing = new Standing(DeviceView.State.UNKNOWN, clock.instant(), Optional.empty());
        this.thread = Thread.ofVirtual().name(spot.id()).unstarted(this::work);
    }

    /** {@return what the device was last made to do, and did} */
    abstract DeviceView.Content content();

    abstract Device device();

    /** Somebody worked on it: it is made to stand again as the hall wants it. */
    void restore() throws DeviceFault, InterruptedException {}

    /** Asks the device how it is, in its turn. */
    abstract void check();

    final void start() {
        thread.start();
    }

    final DevicePlan.Spot spot() {
        return spot;
    }

    final DeviceView view() {
        Standing now = standing();
        return new DeviceView(
                spot.id(),
                spot.kind(),
                spot.window(),
                spot.node().orElseThrow(),
                now.state,
                now.since,
                now.fault,
                content());
    }

    /**
     * Queues an act.
     *
     * @param done told how it went, on the device's thread, or at once when the queue is full
     */
    final void ask(Callable<?> doing, Duration limit, Consumer<Optional<DeviceFault.Kind>> done) {
        if (!waiting.offer(() -> act(doing, limit, done))) {
            done.accept(Optional.of(DeviceFault.Kind.TOO_MUCH));
        }
    }

    /**
     * A check is worth nothing behind other work: what that work says about the device is newer.
     */
    final void askIfIdle(Callable<?> check) {
        if (waiting.isEmpty()) {
            ask(check, CHECK_MAX, fault -> {});
        }
    }

    /** Counts down when everything asked before has been done. */
    final void whenIdle(CountDownLatch idle) {
        if (!waiting.offer(idle::countDown)) {
            throw new IllegalStateException(spot.id() + " has too much to do");
        }
    }

    final boolean atFault() {
        return standing().state == DeviceView.State.FAULT;
    }

    private void work() {
        try {
            while (true) {
                waiting.take().take();
            }
        } catch (InterruptedException closed) {
            // The device is no longer needed; what still waits is dropped with it.
        } finally {
            device().close();
        }
    }

    private void act(Callable<?> doing, Duration limit, Consumer<Optional<DeviceFault.Kind>> done)
            throws InterruptedException {
        FutureTask<?> task = new FutureTask<>(doing);
        Thread hand = Thread.ofVirtual().name(spot.id() + "-act").start(task);
        Optional<DeviceFault.Kind> fault = Optional.empty();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            fault = Optional.of(DeviceFault.Kind.NO_ANSWER);
            task.cancel(true);
        } catch (ExecutionException e) {
            fault = Optional.of(kindOf(e.getCause()));
        }
        note(fault);
        done.accept(fault);
        hand.join();
    }

    private DeviceFault.Kind kindOf(Throwable cause) {
        if (cause instanceof DeviceFault known) {
            return known.kind();
        }
        LOG.log(Level.WARNING, cause, () -> "the driver of " + spot.id() + " broke down");
        return DeviceFault.Kind.BROKEN;
    }

    private void note(Optional<DeviceFault.Kind> fault) {
        DeviceView.State next = fault.isPresent() ? DeviceView.State.FAULT : DeviceView.State.OK;
        synchronized (this) {
            if (standing.state == next && standing.fault.equals(fault)) {
                return;
            }
            standing = new Standing(next, clock.instant(), fault);
        }
        changed.accept(view());
    }

    private synchronized Standing standing() {
        return standing;
    }

    @Override
    public final void close() {
        thread.interrupt();
    }
}
