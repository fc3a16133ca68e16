package yichuang.devices.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import yichuang.devices.DeviceKind;

/** The drivers and kinds of buses that this program has. */
public final class Installed {
    private final Map<String, DriverFactory> drivers = new LinkedHashMap<>();
    private final Map<String, BusFactory> buses = new LinkedHashMap<>();

    private Installed() {}

    /** {@return those that {@code META-INF/services} names} */
    public static Installed all() {
        return of(ServiceLoader.load(DriverFactory.class), ServiceLoader.load(BusFactory.class));
    }

    static Installed of(Iterable<DriverFactory> drivers, Iterable<BusFactory> buses) {
        Installed installed = new Installed();
        drivers.forEach(driver -> installed.drivers.put(driver.name(), driver));
        buses.forEach(bus -> installed.buses.put(bus.name(), bus));
        return installed;
    }

    Optional<DriverFactory> driver(String name) {
        return Optional.ofNullable(drivers.get(name));
    }

    Optional<BusFactory> bus(String kind) {
        return Optional.ofNullable(buses.get(kind));
    }

    public Set<String> driverNames() {
        return drivers.keySet();
    }

    public Set<String> busKinds() {
        return buses.keySet();
    }

    /** {@return what the driver can be; nothing when there is no such driver} */
    public List<DeviceKind> kinds(String driver) {
        return driver(driver).map(DriverFactory::kinds).orElse(List.of());
    }
}
