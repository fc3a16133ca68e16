package yichuang.devices.gpio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.devices.DeviceFault;

/** Wires on the expanders of one bus; they may end on several. */
final class ExpanderWires implements Wires {
    private final List<ExpanderLine> keys;
    private final List<ExpanderLine> lamps;
    private final Map<Integer, Mcp23017> chips = new LinkedHashMap<>();

    ExpanderWires(I2cBus bus, List<ExpanderLine> keys, List<ExpanderLine> lamps) {
        this.keys = List.copyOf(keys);
        this.lamps = List.copyOf(lamps);
        keys.forEach(line -> chips.computeIfAbsent(line.address(), bus::chip));
        lamps.forEach(line -> chips.computeIfAbsent(line.address(), bus::chip));
        chips.forEach((address, chip) -> chip.driveAlso(driven(address, -1)));
    }

    @Override
    public int down() throws DeviceFault {
        Map<Integer, Integer> levels = new LinkedHashMap<>();
        for (Map.Entry<Integer, Mcp23017> chip : chips.entrySet()) {
            levels.put(chip.getKey(), chip.getValue().levels());
        }
        int down = 0;
        for (int key = 0; key < keys.size(); key++) {
            ExpanderLine line = keys.get(key);
            if ((levels.get(line.address()) & 1 << line.bit()) == 0) {
                down |= 1 << key;
            }
        }
        return down;
    }

    @Override
    public void light(int shining) throws DeviceFault {
        for (Map.Entry<Integer, Mcp23017> chip : chips.entrySet()) {
            int address = chip.getKey();
            chip.getValue().drive(driven(address, -1), driven(address, shining));
        }
    }

    /** {@return the lines of these lamps on one chip} */
    private int driven(int address, int which) {
        int lines = 0;
        for (int lamp = 0; lamp < lamps.size(); lamp++) {
            if (lamps.get(lamp).address() == address && (which & 1 << lamp) != 0) {
                lines |= 1 << lamps.get(lamp).bit();
            }
        }
        return lines;
    }

    @Override
    public void check() throws DeviceFault {
        for (Mcp23017 chip : chips.values()) {
            chip.check();
        }
    }

    @Override
    public void close() {
        chips.forEach((address, chip) -> chip.release(driven(address, -1)));
    }
}
