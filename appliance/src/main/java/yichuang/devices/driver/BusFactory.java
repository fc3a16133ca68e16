package yichuang.devices.driver;

import java.time.Clock;

/**
 * Opens one kind of wire that several devices share. Found by {@link java.util.ServiceLoader}, as
 * drivers are.
 */
public non-sealed interface BusFactory extends Offer {
    /**
     * Opens the bus when its first device is opened. Returns at once and never fails, as {@link
     * DriverFactory#open}.
     *
     * @param clock the hall's
     */
    Bus open(String id, Settings settings, Clock clock);

    /** A wire that several devices share. Open until the controller ends. */
    interface Bus extends AutoCloseable {
        @Override
        void close();
    }
}
