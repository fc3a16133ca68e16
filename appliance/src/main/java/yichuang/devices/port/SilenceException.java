package yichuang.devices.port;

import java.io.IOException;

/** The device is there and did not take everything in time. */
public final class SilenceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int taken;

    SilenceException(int taken, int left) {
        super(taken + " bytes were taken, " + left + " were not");
        this.taken = taken;
    }

    /** {@return how many bytes it took before} */
    public int taken() {
        return taken;
    }
}
