package yichuang.devices.driver;

import java.nio.file.Path;
import java.time.Clock;
import yichuang.devices.DevicePlan;
import yichuang.devices.Keys;

/**
 * What a driver is given beside its settings.
 *
 * @param keys where its keys go, if it has any
 * @param clock the hall's, in the hall's zone: for the time of day; waits and limits take the
 *     machine's own
 * @param folder for what it may have to keep; not made yet
 */
public record DriverContext(
        DevicePlan.Spot spot, Keys keys, Clock clock, Path folder, Buses buses) {
    /** The buses of this controller. */
    @FunctionalInterface
    public interface Buses {
        /** {@return the bus, opened now if it was not} */
        BusFactory.Bus open(String id);
    }

    /** {@return the bus with this id} */
    public <B extends BusFactory.Bus> B bus(String id, Class<B> type) {
        return type.cast(buses.open(id));
    }
}
