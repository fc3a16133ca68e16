package yichuang.devices.bus;

import java.util.List;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;

/** A LED board with our firmware. */
public final class BoardFactory implements DriverFactory {
    @Override
    public String name() {
        return "board";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.DISPLAY);
    }

    @Override
    public List<Field> fields() {
        return OnBus.FIELDS;
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return OnBus.claims(settings);
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        BusMaster bus = context.bus(settings.text(OnBus.BUS), BusMaster.class);
        return new BoardDisplay(bus, settings.whole(OnBus.ADDRESS));
    }
}
