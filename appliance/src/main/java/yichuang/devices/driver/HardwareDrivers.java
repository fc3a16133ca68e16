package yichuang.devices.driver;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yichuang.devices.Caller;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.DevicePlan;
import yichuang.devices.Display;
import yichuang.devices.Drivers;
import yichuang.devices.Keypad;
import yichuang.devices.Keys;
import yichuang.devices.PanicButton;
import yichuang.devices.Printer;
import yichuang.devices.Speaker;

/**
 * Real devices where the file names hardware, virtual ones everywhere else. Safe for any thread.
 */
public final class HardwareDrivers implements Drivers, AutoCloseable {
    private final Installed installed;
    private final Hardware hardware;
    private final Drivers virtual;
    private final Clock clock;
    private final Path folder;
    private final Map<String, BusFactory.Bus> open = new LinkedHashMap<>();

    /**
     * Opens nothing yet.
     *
     * @param hardware found right by {@link HardwareCheck}
     * @param virtual makes all other devices
     * @param clock the hall's, in its zone
     * @param folder below which drivers keep what they may have to
     */
    public HardwareDrivers(
            Installed installed, Hardware hardware, Drivers virtual, Clock clock, Path folder) {
        this.installed = installed;
        this.hardware = hardware;
        this.virtual = virtual;
        this.clock = clock;
        this.folder = folder;
    }

    @Override
    public boolean isVirtual(String device) {
        return hardware.of(device).isEmpty();
    }

    @Override
    public Display display(DevicePlan.Spot spot) {
        return real(spot, Keys.NONE, Display.class).orElseGet(() -> virtual.display(spot));
    }

    @Override
    public Keypad keypad(DevicePlan.Spot spot, Keys keys) {
        return real(spot, keys, Keypad.class).orElseGet(() -> virtual.keypad(spot, keys));
    }

    @Override
    public Printer printer(DevicePlan.Spot spot) {
        return real(spot, Keys.NONE, Printer.class).orElseGet(() -> virtual.printer(spot));
    }

    @Override
    public Speaker speaker(DevicePlan.Spot spot) {
        return real(spot, Keys.NONE, Speaker.class).orElseGet(() -> virtual.speaker(spot));
    }

    @Override
    public Caller caller(DevicePlan.Spot spot, Keys keys) {
        return real(spot, keys, Caller.class).orElseGet(() -> virtual.caller(spot, keys));
    }

    @Override
    public PanicButton panic(DevicePlan.Spot spot, Keys keys) {
        return real(spot, keys, PanicButton.class).orElseGet(() -> virtual.panic(spot, keys));
    }

    private <D extends Device> Optional<D> real(DevicePlan.Spot spot, Keys keys, Class<D> as) {
        return hardware.of(spot.id()).map(piece -> as.cast(open(piece, spot, keys)));
    }

    private Device open(Hardware.Piece piece, DevicePlan.Spot spot, Keys keys) {
        DeviceKind kind = spot.kind();
        DriverContext context =
                new DriverContext(spot, keys, clock, folder.resolve(spot.id()), this::bus);
        return installed.driver(piece.driver()).orElseThrow().open(kind, piece.settings(), context);
    }

    /** {@return the bus, opened now if it was not} */
    public BusFactory.Bus bus(String id) {
        synchronized (open) {
            return open.computeIfAbsent(id, this::openBus);
        }
    }

    private BusFactory.Bus openBus(String id) {
        Hardware.Wire wire =
                hardware.buses().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        return installed.bus(wire.kind()).orElseThrow().open(id, wire.settings(), clock);
    }

    @Override
    public void close() {
        synchronized (open) {
            open.values().forEach(BusFactory.Bus::close);
            open.clear();
        }
    }
}
