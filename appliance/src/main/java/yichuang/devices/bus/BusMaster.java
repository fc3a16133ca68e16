package yichuang.devices.bus;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;
import yichuang.devices.driver.BusFactory;

/**
 * The one who speaks on a bus. What somebody waits for goes first; in between, each unit is polled
 * when it is due. A bus that breaks is opened again until it comes back.
 */
public final class BusMaster implements BusFactory.Bus {
    private static final Logger LOG = Logger.getLogger(BusMaster.class.getName());
    private static final long REOPEN_MILLIS = 500;

    private final String id;
    private final Wire.Opening opening;
    private final BusCounts counts = new BusCounts();
    private final LinkedBlockingQueue<Waiting<?>> waiting = new LinkedBlockingQueue<>();
    private final List<Unit> units = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private Optional<Wire> wire = Optional.empty();
    private boolean told;

    /** Something to be done on the bus, by its own thread. */
    @FunctionalInterface
    interface Job<T> {
        T run(Talking talking) throws IOException, InterruptedException, DeviceFault;
    }

    private record Waiting<T>(Job<T> job, CompletableFuture<T> done) {
        void run(Talking talking) throws IOException, InterruptedException {
            if (done.isDone()) {
                return; // whoever asked has given up
            }
            try {
                done.complete(job.run(talking));
            } catch (DeviceFault fault) {
                done.completeExceptionally(fault);
            } catch (IOException e) {
                done.completeExceptionally(new DeviceFault(DeviceFault.Kind.MISSING));
                throw e;
            }
        }
    }

    BusMaster(String id, Wire.Opening opening) {
        this.id = id;
        this.opening = opening;
        this.thread = Thread.ofPlatform().name("bus-" + id).daemon().unstarted(this::work);
    }

    BusMaster start() {
        thread.start();
        return this;
    }

    /** {@return what happened on the bus so far} */
    public BusCounts counts() {
        return counts;
    }

    void add(Unit unit) {
        units.add(unit);
    }

    void remove(Unit unit) {
        units.remove(unit);
    }

    List<Unit> units() {
        return units;
    }

    /** Has something done on the bus, before the next poll, and waits for it. */
    <T> T call(Job<T> job) throws DeviceFault, InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        waiting.add(new Waiting<>(job, done));
        try {
            return done.get();
        } catch (InterruptedException e) {
            done.cancel(false);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeviceFault fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Has something done that nobody waits for. */
    void later(Job<?> job) {
        waiting.add(new Waiting<>(job, new CompletableFuture<>()));
    }

    private void work() {
        try {
            while (true) {
                Optional<Talking> talking = open();
                if (talking.isEmpty()) {
                    giveUpAll();
                    Thread.sleep(REOPEN_MILLIS);
                } else {
                    talk(talking.get());
                }
            }
        } catch (InterruptedException closed) {
            // Nobody speaks on this bus any more.
        } finally {
            wire.ifPresent(Wire::close);
            giveUpAll();
        }
    }

    private Optional<Talking> open() {
        try {
            Wire opened = opening.open();
            wire = Optional.of(opened);
            told = false;
            units.forEach(Unit::dueNow);
            return Optional.of(new Talking(opened, counts));
        } catch (IOException e) {
            tell(e);
            return Optional.empty();
        }
    }

    private void talk(Talking talking) throws InterruptedException {
        Polling polling = new Polling(talking);
        try {
            while (true) {
                Optional<Unit> next = nextDue();
                long left = next.map(Unit::nanosUntilDue).orElse(TimeUnit.SECONDS.toNanos(1));
                Waiting<?> first = waiting.poll(Math.max(0, left), TimeUnit.NANOSECONDS);
                if (first != null) {
                    first.run(talking);
                } else if (next.isPresent()) {
                    polling.poll(next.get());
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (IOException e) {
            tell(e);
            wire.ifPresent(Wire::close);
            wire = Optional.empty();
            units.forEach(Unit::lost);
        }
    }

    private Optional<Unit> nextDue() {
        return units.stream().min(Comparator.comparingLong(Unit::nanosUntilDue));
    }

    /** The bus is gone; what waits for it is not done. */
    private void giveUpAll() {
        for (Waiting<?> one = waiting.poll(); one != null; one = waiting.poll()) {
            one.done().completeExceptionally(new DeviceFault(DeviceFault.Kind.MISSING));
        }
    }

    private void tell(IOException why) {
        if (!told) {
            LOG.log(
                    Level.WARNING,
                    "总线 {0} 打不开或断开了：{1}。请检查接线和 devices 文件里的 port。 Bus {0} does not open or"
                            + " broke: {1}. Check the cable, and \"port\" in the devices file.",
                    new Object[] {id, why.getMessage()});
            told = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
