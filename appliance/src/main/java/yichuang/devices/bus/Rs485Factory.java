package yichuang.devices.bus;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import yichuang.devices.driver.BusFactory;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;
import yichuang.devices.gpio.HeaderPins;

/** The bus of our own boards and pads. */
public final class Rs485Factory implements BusFactory {
    static final String KIND = "rs485";
    private static final int BAUD = 115_200;
    private static final String PORT = "port";
    private static final String ENABLE = "driver-enable";
    private static final String RTS = "rts";

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        PORT,
                        new Field.Words(WirePort.FORM),
                        "端口，如 /dev/ttyAMA0、/dev/ttyUSB0、tcp://10.0.0.9:4001",
                        "a port, for instance /dev/ttyAMA0, /dev/ttyUSB0, tcp://10.0.0.9:4001"),
                Field.optional(
                        "baud",
                        new Field.Whole(9_600, 1_000_000),
                        "波特率 9600 到 1000000，不写是 115200",
                        "the baud rate, 9600 to 1000000; 115200 when not given"),
                Field.optional(
                        ENABLE,
                        Field.pin(),
                        "收发器不会自己换向时，接它 DE 和 RE 的引脚，BCM 编号",
                        "for a transceiver that does not turn round by itself: the pin at its DE"
                                + " and RE, by BCM number"),
                Field.optional(
                        RTS,
                        new Field.Flag(),
                        "true：由 RTS 线换向",
                        "true: the RTS line turns it round"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        List<Finding> findings = new ArrayList<>(HeaderPins.check(settings, ENABLE));
        if (settings.has(ENABLE) && settings.flag(RTS, false)) {
            findings.add(
                    new Finding(
                            settings.lineOf(ENABLE),
                            "driver-enable 和 rts 只能有一个。删去一个。",
                            "The transceiver is turned by driver-enable or by rts. Remove one."));
        }
        if ((settings.has(ENABLE) || settings.has(RTS))
                && !WirePort.isSerial(settings.text(PORT))) {
            findings.add(
                    new Finding(
                            settings.line(),
                            "driver-enable 和 rts 只用于本机串口。删掉它们。",
                            "driver-enable and rts are for serial ports of this machine. Remove"
                                    + " them."));
        }
        return findings;
    }

    @Override
    public List<Claim> claims(Settings settings) {
        List<Claim> claims = new ArrayList<>(Claim.serial(settings.text(PORT)));
        settings.findWhole(ENABLE).map(Claim::pin).ifPresent(claims::add);
        return claims;
    }

    @Override
    public BusMaster open(String id, Settings settings, Clock clock) {
        return new BusMaster(
                        id,
                        WirePort.of(
                                settings.text(PORT),
                                settings.whole("baud", BAUD),
                                settings.flag(RTS, false),
                                () ->
                                        settings.findWhole(ENABLE)
                                                .<Transceiver>map(PinTransceiver::new)
                                                .orElse(Transceiver.BY_ITSELF)))
                .start();
    }
}
