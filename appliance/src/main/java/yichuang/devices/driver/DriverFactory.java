package yichuang.devices.driver;

import java.util.List;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;

/**
 * Opens one make of hardware. Found by {@link java.util.ServiceLoader}: public, with a constructor
 * without arguments.
 */
public non-sealed interface DriverFactory extends Offer {
    /**
     * {@return what it can be; hardware that is several things at once, as a pad with keys to call
     * and keys to rate, is opened once for each of them that the hall has}
     */
    List<DeviceKind> kinds();

    /**
     * Opens the hardware. Returns at once and never fails: what is not there yet is looked for by
     * the device's checks and acts, which say that it is missing. {@link Device#close} ends it.
     *
     * @param kind which of {@link #kinds} it is to be
     * @return the interface of that kind
     */
    Device open(DeviceKind kind, Settings settings, DriverContext context);
}
