package yichuang.devices.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import java.util.List;

/** A header of Pi4J's mock provider, and a clock that is turned by hand. */
final class MockPi implements AutoCloseable {
    private final Context context =
            Pi4J.newContextBuilder()
                    .noAutoDetect()
                    .add(
                            MockDigitalInputProvider.newInstance(),
                            MockDigitalOutputProvider.newInstance())
                    .build();
    private boolean broken;
    final PiPorts ports = new PiPorts(this::pins, MockPi::none, MockPi::none);
    long nanos = 5_000_000_000L;

    private Context pins() {
        if (broken) {
            throw new IllegalStateException("no gpio chip");
        }
        return context;
    }

    private static Context none() {
        throw new IllegalStateException("this machine has only pins");
    }

    /** The machine has no pins until it is mended. */
    void isNoPi(boolean now) {
        broken = now;
    }

    void ground(int pin) {
        level(pin, DigitalState.LOW);
    }

    void free(int pin) {
        level(pin, DigitalState.HIGH);
    }

    private void level(int pin, DigitalState state) {
        context.io("gpio" + pin, MockDigitalInput.class).mockState(state);
    }

    boolean shines(int pin) {
        return context.io("gpio" + pin, DigitalOutput.class).isHigh();
    }

    /** {@return those of the pins that are driven high, bit 0 the first} */
    int shining(List<Integer> pins) {
        int lamps = 0;
        for (int i = 0; i < pins.size(); i++) {
            lamps |= shines(pins.get(i)) ? 1 << i : 0;
        }
        return lamps;
    }

    boolean isOpen(int pin) {
        return context.hasIO("gpio" + pin);
    }

    @Override
    public void close() {
        context.shutdown();
    }
}
