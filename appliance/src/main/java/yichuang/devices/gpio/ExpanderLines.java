package yichuang.devices.gpio;

import java.util.List;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;

/** What the settings of all that hangs on expanders have in common. */
final class ExpanderLines {
    static final Field BUS =
            Field.required(
                    "bus",
                    new Field.OfBus(List.of(I2cBusFactory.KIND)),
                    "扩展器所在的 i2c 总线",
                    "the i2c bus of the expanders");

    private ExpanderLines() {}

    static String bus(Settings settings) {
        return settings.text(BUS.key());
    }

    /** {@return a finding for each key on a line that can only be an output} */
    static List<Finding> check(List<String> keys, int line) {
        return ExpanderLine.all(keys).stream()
                .filter(key -> !key.canBeInput())
                .map(
                        key ->
                                new Finding(
                                        line,
                                        key + " 只能作输出（数据手册：A7、B7），接不了按键。按键换一条线，这条可以接灯。",
                                        key
                                                + " can only be an output (data sheet: A7, B7) and"
                                                + " takes no key. Give the key another line; a"
                                                + " lamp may have this one."))
                .toList();
    }

    static List<Claim> claims(String bus, List<String> lines) {
        return ExpanderLine.all(lines).stream().map(line -> line.claim(bus)).toList();
    }
}
