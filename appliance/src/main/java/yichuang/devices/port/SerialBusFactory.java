package yichuang.devices.port;

import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import yichuang.devices.driver.BusFactory;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;

/** {@code serial}: a serial line for bought devices that speak when they are spoken to. */
public final class SerialBusFactory implements BusFactory {
    public static final String KIND = "serial";
    private static final int BAUD = 57_600;

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
                        "波特率 1200 到 115200，不写是 57600",
                        "the baud rate, 1200 to 115200; 57600 when not given"));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return Claim.serial(settings.text("port"));
    }

    @Override
    public SharedLine open(String id, Settings settings, Clock clock) {
        int baud = settings.whole("baud", BAUD);
        return new SharedLine(PortName.of(settings.text("port"), baud), OptionalInt.of(baud));
    }
}
