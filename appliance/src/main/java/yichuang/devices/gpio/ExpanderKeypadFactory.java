package yichuang.devices.gpio;

import java.util.ArrayList;
import java.util.List;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;

/** {@code mcp23017-keypad}: a rating keypad on the lines of expanders. */
public final class ExpanderKeypadFactory implements DriverFactory {
    private static final String KEYS = "keys";
    private static final String LAMPS = "lamps";
    private static final Field.Form FIVE_LINES =
            new Field.Texts(ExpanderLine.PATTERN, RatingKeys.KEYS, RatingKeys.KEYS);

    @Override
    public String name() {
        return "mcp23017-keypad";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.KEYPAD);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                ExpanderLines.BUS,
                Field.required(
                        KEYS,
                        FIVE_LINES,
                        "五个按键的线，如 20.A0，从 1 非常不满意到 5 非常满意",
                        "the lines of the five keys as 20.A0, from 1, worst, to 5, best"),
                Field.required(
                        LAMPS,
                        FIVE_LINES,
                        "五盏灯的线，如 20.B0，次序同按键",
                        "the lines of the five lamps as 20.B0, in the order of the keys"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        return ExpanderLines.check(settings.texts(KEYS), settings.lineOf(KEYS));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        List<String> lines = new ArrayList<>(settings.texts(KEYS));
        lines.addAll(settings.texts(LAMPS));
        return ExpanderLines.claims(ExpanderLines.bus(settings), lines);
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        I2cBus bus = context.bus(ExpanderLines.bus(settings), I2cBus.class);
        Wires wires =
                new ExpanderWires(
                        bus,
                        ExpanderLine.all(settings.texts(KEYS)),
                        ExpanderLine.all(settings.texts(LAMPS)));
        return new WiredKeypad(wires, context.keys(), bus.scanner(), System::nanoTime);
    }
}
