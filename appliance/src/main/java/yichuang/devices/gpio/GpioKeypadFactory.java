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

/** {@code gpio-keypad}: a rating keypad on pins of the header. */
public final class GpioKeypadFactory implements DriverFactory {
    private static final String KEYS = "keys";
    private static final String LAMPS = "lamps";
    private static final Field.Form FIVE_PINS =
            new Field.Wholes(0, Header.PIN_MAX, RatingKeys.KEYS, RatingKeys.KEYS);

    private final Header header;

    /** On this machine. */
    public GpioKeypadFactory() {
        this(Header.HERE);
    }

    GpioKeypadFactory(Header header) {
        this.header = header;
    }

    @Override
    public String name() {
        return "gpio-keypad";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.KEYPAD);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        KEYS,
                        FIVE_PINS,
                        "五个按键的引脚（BCM 编号），从 1 非常不满意到 5 非常满意",
                        "the pins of the five keys by BCM number, from 1, worst, to 5, best"),
                Field.required(
                        LAMPS,
                        FIVE_PINS,
                        "五盏灯的引脚，次序同按键",
                        "the pins of the five lamps, in the order of the keys"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        return HeaderPins.check(settings, KEYS, LAMPS);
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return HeaderPins.claims(settings, KEYS, LAMPS);
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        Wires wires =
                new HeaderWires(header.ports(), settings.wholes(KEYS), settings.wholes(LAMPS));
        return new WiredKeypad(wires, context.keys(), header.scanner(), System::nanoTime);
    }
}
