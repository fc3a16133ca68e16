package yichuang.devices.pad;

import java.time.Clock;
import java.util.List;
import yichuang.devices.driver.BusFactory;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;
import yichuang.devices.port.PortName;

/** {@code ff68}: the line of caller pads that were bought with another system. */
public final class PadLineFactory implements BusFactory {
    static final String KIND = "ff68";
    private static final int BAUD = 9_600;

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        "port",
                        new Field.Words(PortName.FORM),
                        "端口，如 /dev/ttyUSB0、tcp://10.0.0.9:4001",
                        "a port, for instance /dev/ttyUSB0, tcp://10.0.0.9:4001"),
                Field.optional(
                        "baud",
                        new Field.Whole(1_200, 115_200),
                        "波特率 1200 到 115200，不写是 9600",
                        "the baud rate, 1200 to 115200; 9600 when not given"));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return Claim.serial(settings.text("port"));
    }

    @Override
    public PadLine open(String id, Settings settings, Clock clock) {
        return new PadLine(id, PortName.of(settings.text("port"), settings.whole("baud", BAUD)))
                .start();
    }
}
