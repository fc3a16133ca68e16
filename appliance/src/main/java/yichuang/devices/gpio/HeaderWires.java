package yichuang.devices.gpio;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.ArrayList;
import java.util.List;
import yichuang.devices.DeviceFault;

/** Wires on pins of the header. */
final class HeaderWires implements Wires {
    private final PiPorts ports;
    private final List<Integer> keyPins;
    private final List<Integer> lampPins;
    private final List<DigitalInput> keys = new ArrayList<>();
    private final List<DigitalOutput> lamps = new ArrayList<>();
    private int shining;

    /** Opens nothing yet. */
    HeaderWires(PiPorts ports, List<Integer> keyPins, List<Integer> lampPins) {
        this.ports = ports;
        this.keyPins = List.copyOf(keyPins);
        this.lampPins = List.copyOf(lampPins);
    }

    @Override
    public int down() throws DeviceFault {
        open();
        int down = 0;
        try {
            for (int key = 0; key < keys.size(); key++) {
                if (keys.get(key).state() == DigitalState.LOW) {
                    down |= 1 << key;
                }
            }
        } catch (RuntimeException e) {
            throw gone();
        }
        return down;
    }

    @Override
    public void light(int next) throws DeviceFault {
        open();
        try {
            for (int lamp = 0; lamp < lamps.size(); lamp++) {
                if (((shining ^ next) & 1 << lamp) != 0) {
                    boolean on = (next & 1 << lamp) != 0;
                    lamps.get(lamp).state(on ? DigitalState.HIGH : DigitalState.LOW);
                }
            }
            shining = next;
        } catch (RuntimeException e) {
            throw gone();
        }
    }

    /** A pin of the machine cannot be unplugged; whether it can be opened is seen when it is. */
    @Override
    public void check() throws DeviceFault {
        open();
    }

    private void open() throws DeviceFault {
        try {
            while (keys.size() < keyPins.size()) {
                keys.add(ports.input(keyPins.get(keys.size())));
            }
            while (lamps.size() < lampPins.size()) {
                lamps.add(ports.output(lampPins.get(lamps.size())));
            }
        } catch (DeviceFault missing) {
            close();
            throw missing;
        }
    }

    private DeviceFault gone() {
        close();
        return new DeviceFault(DeviceFault.Kind.BROKEN);
    }

    @Override
    public void close() {
        keys.forEach(ports::close);
        lamps.forEach(ports::close);
        keys.clear();
        lamps.clear();
        shining = 0;
    }
}
