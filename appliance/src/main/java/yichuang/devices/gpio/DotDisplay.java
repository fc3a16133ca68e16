package yichuang.devices.gpio;

import com.pi4j.io.spi.Spi;
import java.time.Duration;
import java.util.Optional;
import yichuang.devices.DeviceFault;
import yichuang.devices.Display;
import yichuang.devices.Face;

/**
 * A small display of dot modules over a window, for halls without boards: the number that is called
 * or served, blinking at the call. Used on the device's own thread.
 */
final class DotDisplay implements Display {
    private static final int BLINKS = 2;
    private static final Duration BLINK = Duration.ofMillis(200);
    private static final Duration TEST = Duration.ofSeconds(3);

    private final PiPorts ports;
    private final int select;
    private final int modules;
    private final int brightness;
    private final Max7219 chain;
    private Optional<Spi> open = Optional.empty();
    private DotPicture shown;

    DotDisplay(PiPorts ports, int select, int modules, Max7219.First first, int brightness) {
        this.ports = ports;
        this.select = select;
        this.modules = modules;
        this.brightness = brightness;
        this.chain = new Max7219(this::send, first);
        this.shown = DotPicture.blank(modules);
    }

    @Override
    public synchronized void show(Face face) throws DeviceFault, InterruptedException {
        shown =
                DotPicture.of(DotText.of(face), modules)
                        .orElseThrow(() -> new DeviceFault(DeviceFault.Kind.TOO_MUCH));
        chain.show(shown, brightness);
        if (face instanceof Face.Call) {
            for (int i = 0; i < BLINKS; i++) {
                Thread.sleep(BLINK);
                chain.darken(modules);
                Thread.sleep(BLINK);
                chain.show(shown, brightness);
            }
        }
    }

    @Override
    public synchronized void test() throws DeviceFault, InterruptedException {
        chain.lightAll(modules);
        Thread.sleep(TEST);
        chain.show(shown, brightness);
    }

    @Override
    public synchronized void check() throws DeviceFault {
        chain.show(shown, brightness);
    }

    /**
     * Pi4J's {@code transfer}: its {@code write} leaves chip select low, and nothing is latched.
     */
    private void send(byte[] words) throws DeviceFault {
        if (open.isEmpty()) {
            open = Optional.of(ports.spi(select));
        }
        int sent;
        try {
            sent = open.get().transfer(words, 0, new byte[words.length], 0, words.length);
        } catch (RuntimeException e) {
            sent = -1;
        }
        if (sent < 0) {
            release();
            throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
        }
    }

    private void release() {
        open.ifPresent(ports::close);
        open = Optional.empty();
    }

    @Override
    public synchronized void close() {
        release();
    }
}
