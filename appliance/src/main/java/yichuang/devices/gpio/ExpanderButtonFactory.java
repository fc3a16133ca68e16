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

/** {@code mcp23017-button}: a panic button on a line of an expander. */
public final class ExpanderButtonFactory implements DriverFactory {
    private static final String LINE = "line";

    @Override
    public String name() {
        return "mcp23017-button";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.PANIC);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                ExpanderLines.BUS,
                Field.required(
                        LINE,
                        new Field.Words(ExpanderLine.PATTERN),
                        "按钮的线，如 20.B5",
                        "the line of the button, as 20.B5"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        return ExpanderLines.check(List.of(settings.text(LINE)), settings.lineOf(LINE));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return ExpanderLines.claims(ExpanderLines.bus(settings), List.of(settings.text(LINE)));
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        I2cBus bus = context.bus(ExpanderLines.bus(settings), I2cBus.class);
        Wires wires =
                new ExpanderWires(bus, List.of(ExpanderLine.of(settings.text(LINE))), List.of());
        return new WiredButton(wires, context.keys(), bus.scanner(), System::nanoTime);
    }
}
