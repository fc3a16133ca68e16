package yichuang.devices.gpio;

import java.time.Clock;
import java.util.List;
import yichuang.devices.driver.BusFactory;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;

/** {@code i2c}: the I²C bus of the header, with expanders on it. */
public final class I2cBusFactory implements BusFactory {
    static final String KIND = "i2c";
    private static final String NUMBER = "number";
    private static final int HEADER_BUS = 1;
    private static final int NUMBER_MAX = 15;

    private final PiPorts ports;

    /** On this machine. */
    public I2cBusFactory() {
        this(PiPorts.HERE);
    }

    I2cBusFactory(PiPorts ports) {
        this.ports = ports;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.optional(
                        NUMBER,
                        new Field.Whole(0, NUMBER_MAX),
                        "/dev/i2c- 后面的数字，不写是 1",
                        "the number behind /dev/i2c-, 1 when it is not given"));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return List.of(Claim.port("/dev/i2c-" + number(settings)));
    }

    private static int number(Settings settings) {
        return settings.whole(NUMBER, HEADER_BUS);
    }

    @Override
    public Bus open(String id, Settings settings, Clock clock) {
        return new I2cBus(ports, number(settings));
    }
}
