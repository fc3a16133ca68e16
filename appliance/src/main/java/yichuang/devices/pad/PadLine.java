package yichuang.devices.pad;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;
import yichuang.devices.driver.BusFactory;
import yichuang.devices.port.Port;
import yichuang.devices.port.Talk;

/**
 * All pads of one line. A thread of its own listens, echoes, and sends; of what is to be shown on a
 * pad only the newest of each sort waits.
 */
public final class PadLine implements BusFactory.Bus {
    private static final Logger LOG = Logger.getLogger(PadLine.class.getName());
    private static final Duration REOPEN = Duration.ofMillis(500);
    private static final Duration NAP = Duration.ofMillis(5);
    private static final Duration SAY_MAX = Duration.ofMillis(500);

    /** Between two frames that nobody asked for, so that no pad takes them for one. */
    private static final long QUIET_NANOS = 30_000_000;

    /** The same key from the same pad, so soon: its echo got lost. */
    private static final long REPEAT_NANOS = 400_000_000;

    private final String id;
    private final Port port;
    private final Map<Integer, List<Consumer<PadKey>>> listeners = new ConcurrentHashMap<>();
    private final Map<Integer, Heard> last = new LinkedHashMap<>();
    private final Map<Slot, PadFrame> waiting = new LinkedHashMap<>();
    private final Thread thread;
    private volatile boolean open;
    private boolean told;

    private record Heard(PadFrame frame, long nanos) {}

    /** What a newer frame replaces: one that shows the same sort of thing on the same pad. */
    private record Slot(int address, Sort sort) {}

    /** What is sent to pads. */
    enum Sort {
        NUMBERS,
        RATING,
        BEEP
    }

    PadLine(String id, Port port) {
        this.id = id;
        this.port = port;
        this.thread = Thread.ofVirtual().name("pads-" + id).unstarted(this::work);
    }

    PadLine start() {
        thread.start();
        return this;
    }

    /** {@code listener}: told of every key of the pad, on this line's thread. */
    void listen(int address, Consumer<PadKey> listener) {
        listeners.computeIfAbsent(address, any -> new CopyOnWriteArrayList<>()).add(listener);
    }

    void forget(int address, Consumer<PadKey> listener) {
        listeners.getOrDefault(address, new CopyOnWriteArrayList<>()).remove(listener);
    }

    void send(Sort sort, PadFrame frame) {
        synchronized (waiting) {
            waiting.put(new Slot(frame.address(), sort), frame);
        }
    }

    /** Pads answer nothing; the line is all that can be asked after. */
    void check() throws DeviceFault {
        if (!open) {
            throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
        }
    }

    private void work() {
        try {
            while (true) {
                try (Talk talk = Talk.open(port)) {
                    open = true;
                    told = false;
                    talk(talk);
                } catch (IOException e) {
                    tell(e);
                }
                open = false;
                Thread.sleep(REOPEN);
            }
        } catch (InterruptedException closed) {
            open = false;
        }
    }

    private void talk(Talk talk) throws IOException, InterruptedException {
        PadReader reader = new PadReader();
        long busyAt = System.nanoTime();
        while (true) {
            OptionalInt heard = talk.hear(Duration.ZERO);
            if (heard.isPresent()) {
                Optional<PadFrame> frame = reader.take(heard.getAsInt());
                if (frame.isPresent()) {
                    talk.say(PadKey.echo(frame.get()).bytes(), SAY_MAX);
                    pressed(frame.get());
                }
                busyAt = System.nanoTime();
            } else if (System.nanoTime() - busyAt > QUIET_NANOS && next().isPresent()) {
                talk.say(taken().bytes(), SAY_MAX);
                busyAt = System.nanoTime();
            } else {
                Thread.sleep(NAP);
            }
        }
    }

    private Optional<Slot> next() {
        synchronized (waiting) {
            return waiting.keySet().stream().findFirst();
        }
    }

    private PadFrame taken() {
        synchronized (waiting) {
            return waiting.remove(waiting.keySet().iterator().next());
        }
    }

    private void pressed(PadFrame frame) {
        long now = System.nanoTime();
        Heard before = last.put(frame.address(), new Heard(frame, now));
        if (before != null && before.frame.equals(frame) && now - before.nanos < REPEAT_NANOS) {
            return;
        }
        PadKey.of(frame)
                .ifPresent(
                        key ->
                                listeners
                                        .getOrDefault(frame.address(), List.of())
                                        .forEach(listener -> listener.accept(key)));
    }

    private void tell(IOException why) {
        if (!told) {
            LOG.log(
                    Level.WARNING,
                    "叫号器的线 {0} 打不开或断开了：{1}。请检查接线和 devices 文件里的 port。 The pads'' line {0} does"
                            + " not open or broke: {1}. Check the cable, and \"port\" in the devices"
                            + " file.",
                    new Object[] {id, why.getMessage()});
            told = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
