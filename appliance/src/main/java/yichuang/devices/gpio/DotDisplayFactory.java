package yichuang.devices.gpio;

import java.util.List;
import java.util.Locale;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;

/** {@code max7219}: a small display of dot modules on the SPI of the header. */
public final class DotDisplayFactory implements DriverFactory {
    private static final String SELECT = "select";
    private static final String MODULES = "modules";
    private static final String FIRST = "first";
    private static final String BRIGHTNESS = "brightness";

    /** A letter and the five digits of a number after 9999 fit on four. */
    private static final int MODULES_MIN = 4;

    private static final int MODULES_MAX = 16;
    private static final int BRIGHTNESS_MAX = 15;
    private static final int BRIGHTNESS_USUAL = 4;
    private static final String RIGHT = "right";

    private final PiPorts ports;

    /** On this machine. */
    public DotDisplayFactory() {
        this(PiPorts.HERE);
    }

    DotDisplayFactory(PiPorts ports) {
        this.ports = ports;
    }

    @Override
    public String name() {
        return "max7219";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.DISPLAY);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        SELECT, new Field.Whole(0, 1), "片选 CE 的号，0 或 1", "the chip select, 0 or 1"),
                Field.required(
                        MODULES,
                        new Field.Whole(MODULES_MIN, MODULES_MAX),
                        "串了几块 8×8 点阵，" + MODULES_MIN + " 到 " + MODULES_MAX,
                        "how many modules of 8 × 8 are chained, "
                                + MODULES_MIN
                                + " to "
                                + MODULES_MAX),
                Field.optional(
                        FIRST,
                        new Field.OneOf(List.of("left", RIGHT)),
                        "接控制器的那一块在左还是右：left 或 right，不写是 right",
                        "where the module stands that is wired to the controller: left, or right"
                                + " when it is not given"),
                Field.optional(
                        BRIGHTNESS,
                        new Field.Whole(0, BRIGHTNESS_MAX),
                        "亮度 0 到 " + BRIGHTNESS_MAX + "，不写是 " + BRIGHTNESS_USUAL,
                        "the brightness, 0 to "
                                + BRIGHTNESS_MAX
                                + ", "
                                + BRIGHTNESS_USUAL
                                + " when it is not given"));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return List.of(Claim.port("/dev/spidev0." + settings.whole(SELECT)));
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        String first = settings.findText(FIRST).orElse(RIGHT);
        return new DotDisplay(
                ports,
                settings.whole(SELECT),
                settings.whole(MODULES),
                Max7219.First.valueOf(first.toUpperCase(Locale.ROOT)),
                settings.whole(BRIGHTNESS, BRIGHTNESS_USUAL));
    }
}
