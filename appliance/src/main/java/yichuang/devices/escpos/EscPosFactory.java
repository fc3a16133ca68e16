package yichuang.devices.escpos;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;
import yichuang.devices.port.FilePort;
import yichuang.devices.port.NetworkPort;
import yichuang.devices.port.Port;
import yichuang.devices.port.SerialLine;

/**
 * The driver {@code escpos}: a receipt printer, at a network address, a device file of USB, or a
 * serial port.
 */
public final class EscPosFactory implements DriverFactory {
    private static final int RAW_PRINTING = 9100;
    private static final int BAUD = 19_200;

    /** A picture of a QR code is some kilobytes, and a slip must be out within seconds. */
    private static final int PICTURE_BAUD_MIN = 19_200;

    private static final List<String> WAYS = List.of("host", "file", "serial");

    @Override
    public String name() {
        return "escpos";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.PRINTER);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.optional(
                        "host",
                        new Field.Words("[A-Za-z0-9.:-]{1,253}"),
                        "网络打印机的地址，如 192.168.1.60",
                        "the address of a network printer, for instance 192.168.1.60"),
                Field.optional(
                        "port",
                        new Field.Whole(1, 65_535),
                        "网络端口，1 到 65535，默认 9100",
                        "a network port, 1 to 65535, 9100 if left out"),
                Field.optional(
                        "file",
                        new Field.Words("/dev/[A-Za-z0-9/._-]{1,100}"),
                        "USB 打印机的设备文件，如 /dev/usb/lp0",
                        "the device file of a USB printer, for instance /dev/usb/lp0"),
                Field.optional(
                        "serial",
                        new Field.Words("/dev/[A-Za-z0-9/._-]{1,64}"),
                        "串口，如 /dev/ttyUSB0",
                        "a serial port, for instance /dev/ttyUSB0"),
                Field.optional(
                        "baud",
                        new Field.Whole(9_600, 115_200),
                        "串口波特率，9600 到 115200，默认 19200",
                        "the serial port's baud rate, 9600 to 115200, 19200 if left out"),
                Field.optional(
                        "handshake",
                        new Field.OneOf(List.of("none", "rts")),
                        "串口流控：none（没有）或 rts（RTS/CTS 硬件流控）",
                        "how a serial printer stops us: none, or rts for RTS and CTS"),
                Field.optional(
                        "paper",
                        new Field.Whole(58, 80),
                        "纸宽 58 或 80",
                        "the paper's width, 58 or 80"),
                Field.optional(
                        "qr",
                        new Field.OneOf(List.of("printer", "picture")),
                        "printer（打印机画二维码）或 picture（控制器画）",
                        "printer (it draws the QR code) or picture (the controller does)"),
                Field.optional(
                        "cut",
                        new Field.OneOf(List.of("partial", "full", "none")),
                        "partial（留一角）、full（切断）或 none（没有切刀）",
                        "partial, full or none"),
                Field.optional(
                        "answers",
                        new Field.OneOf(List.of("all", "status", "never")),
                        "all（状态和打完都答）、status（只答状态）或 never（从不回答）",
                        "all, status (not when it has printed) or never"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        if (WAYS.stream().filter(settings::has).count() != 1) {
            return List.of(
                    new Finding(
                            settings.line(),
                            "escpos 要写 host、file 或 serial，只写一个。",
                            "escpos takes a host, a file or a serial. Give one of them."));
        }
        if (settings.has("serial")
                && word(settings, "qr", "printer").equals(Model.Qr.PICTURE.name())
                && settings.whole("baud", BAUD) < PICTURE_BAUD_MIN) {
            return List.of(
                    new Finding(
                            settings.line(),
                            "9600 波特画二维码太慢。把打印机和 baud 调到 19200 以上，或 qr: printer。",
                            "A QR code as a picture is too slow at this baud rate. Set the printer"
                                    + " and baud to 19200 or more, or qr: printer."));
        }
        int paper = settings.whole("paper", 80);
        if (paper != 58 && paper != 80) {
            return List.of(
                    new Finding(
                            settings.lineOf("paper"),
                            "纸宽 " + paper + " 不行。应为 58 或 80。",
                            "Paper of " + paper + " is not known. Give 58 or 80."));
        }
        return List.of();
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return Claim.serial(
                settings.findText("file")
                        .or(() -> settings.findText("serial"))
                        .orElseGet(
                                () ->
                                        settings.text("host")
                                                + ":"
                                                + settings.whole("port", RAW_PRINTING)));
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        return new EscPosPrinter(context.spot().id(), port(settings), model(settings));
    }

    private static Port port(Settings settings) {
        if (settings.has("file")) {
            return new FilePort(Path.of(settings.text("file")));
        }
        if (settings.has("serial")) {
            return new SerialLine(
                    settings.text("serial"),
                    settings.whole("baud", BAUD),
                    settings.findText("handshake").filter("rts"::equals).isPresent());
        }
        return new NetworkPort(settings.text("host"), settings.whole("port", RAW_PRINTING));
    }

    private static Model model(Settings settings) {
        return new Model(
                settings.whole("paper", 80) == 58 ? Model.Paper.MM_58 : Model.Paper.MM_80,
                Model.Qr.valueOf(word(settings, "qr", "printer")),
                Model.Cut.valueOf(word(settings, "cut", "partial")),
                Model.Answers.valueOf(word(settings, "answers", "all")));
    }

    private static String word(Settings settings, String key, String otherwise) {
        return settings.findText(key).orElse(otherwise).toUpperCase(Locale.ROOT);
    }
}
