package yichuang.devices;

import java.util.List;

/** What came of somebody's work on a device. */
public sealed interface Repair {
    /** It showed, said, printed or lit something, as far as it can tell. */
    record Tested(String device) implements Repair {}

    /** These are plugged in and have no place yet. */
    record Spares(List<Replaceable.Spare> spares) implements Repair {
        public Spares {
            spares = List.copyOf(spares);
        }
    }

    /** {@code spare} has the device's place now. */
    record Replaced(String device, String spare) implements Repair {}

    /** The old one still answers at its place: two at one address would garble each other. */
    record StillThere(String device) implements Repair {}

    /** Its kind is not exchanged this way. */
    record NotReplaceable(String device) implements Repair {}

    /** It did not do what it was asked. */
    record Failed(String device, DeviceFault.Kind fault) implements Repair {}

    /** It hangs on another node, which cannot be asked now. */
    record Away(String device, String node) implements Repair {}
}
