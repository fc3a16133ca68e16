package yichuang.devices.gpio;

import java.util.List;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;

/** {@code gpio-button}: a panic button on a pin of the header. */
public final class GpioButtonFactory implements DriverFactory {
    private static final String PIN = "pin";

    private final Header header;

    /** On this machine. */
    public GpioButtonFactory() {
        this(Header.HERE);
    }

    GpioButtonFactory(Header header) {
        this.header = header;
    }

    @Override
    public String name() {
        return "gpio-button";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.PANIC);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        PIN, Field.pin(), "按钮的引脚（BCM 编号）", "the pin of the button by BCM number"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        return HeaderPins.check(settings, PIN);
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return HeaderPins.claims(settings, PIN);
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        Wires wires = new HeaderWires(header.ports(), List.of(settings.whole(PIN)), List.of());
        return new WiredButton(wires, context.keys(), header.scanner(), System::nanoTime);
    }
}
