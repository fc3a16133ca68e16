package yichuang.devices.gpio;

import java.time.Duration;
import java.util.Optional;
import yichuang.devices.DeviceFault;

/**
 * Whether the wires of a device work. What was away is looked for again every {@link #PAUSE} and
 * not at each scan, for a bus that hangs can take a second to say so. Not safe for several threads.
 */
final class Watch {
    static final Duration PAUSE = Duration.ofMillis(500);

    private Optional<DeviceFault.Kind> fault = Optional.empty();
    private long triedAt;

    /** {@return whether it is too early to try again} */
    boolean rests(long now) {
        return fault.isPresent() && now - triedAt < PAUSE.toNanos();
    }

    void worked() {
        fault = Optional.empty();
    }

    /** {@return whether it had worked until now} */
    boolean failed(DeviceFault why, long now) {
        boolean fresh = fault.isEmpty();
        fault = Optional.of(why.kind());
        triedAt = now;
        return fresh;
    }

    void refuse() throws DeviceFault {
        if (fault.isPresent()) {
            throw new DeviceFault(fault.get());
        }
    }
}
