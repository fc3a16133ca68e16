package yichuang.devices.onbon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;
import yichuang.devices.port.NetworkPort;
import yichuang.devices.port.SerialBusFactory;
import yichuang.devices.port.SharedLine;

/** The driver {@code onbon}: a LED screen behind a BX-5E or BX-6E controller. */
public final class OnbonFactory implements DriverFactory {
    private static final int TCP_PORT = 5005;
    private static final int SCREEN_MAX = 0xFFF0;
    private static final int DOTS_MAX = 2_048;

    /** A byte for each eight dots; an area holds 300 KB, a face has at most four pictures. */
    private static final int AREA_DOTS_MAX = 256 * 1_024;

    @Override
    public String name() {
        return "onbon";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.DISPLAY);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.optional(
                        "host",
                        new Field.Words("[A-Za-z0-9.:-]{1,253}"),
                        "控制卡的网络地址，如 192.168.1.70",
                        "the controller's address, for instance 192.168.1.70"),
                Field.optional(
                        "port",
                        new Field.Whole(1, 65_535),
                        "网络端口，1 到 65535，默认 5005",
                        "a network port, 1 to 65535, 5005 if left out"),
                Field.optional(
                        "bus",
                        new Field.OfBus(List.of(SerialBusFactory.KIND)),
                        "buses 里一条 serial 总线的编号",
                        "the id of a serial bus under buses"),
                Field.optional(
                        "screen",
                        new Field.Whole(1, SCREEN_MAX),
                        "屏号，1 到 65520；在总线上必须写",
                        "the screen's number, 1 to 65520; needed on a bus"),
                Field.required(
                        "model",
                        new Field.OneOf(Model.codes()),
                        "型号：" + String.join("、", Model.codes()),
                        "a model: " + String.join(", ", Model.codes())),
                Field.required(
                        "width",
                        new Field.Whole(32, DOTS_MAX),
                        "宽，点数，8 的倍数，32 到 2048",
                        "the width in dots, a multiple of 8, 32 to 2048"),
                Field.required(
                        "height",
                        new Field.Whole(16, DOTS_MAX),
                        "高，点数，16 到 2048",
                        "the height in dots, 16 to 2048"),
                Field.optional(
                        "x",
                        new Field.Whole(0, DOTS_MAX),
                        "从左边第几点开始，默认 0",
                        "where it begins from the left, 0 if left out"),
                Field.optional(
                        "y",
                        new Field.Whole(0, DOTS_MAX),
                        "从上边第几点开始，默认 0",
                        "where it begins from the top, 0 if left out"),
                Field.optional(
                        "colour",
                        new Field.OneOf(List.of("single", "red", "green", "yellow")),
                        "single（单色屏），或双色屏上的 red、green、yellow",
                        "single, or on a screen of two colours red, green, yellow"),
                Field.optional(
                        "words",
                        new Field.OneOf(List.of("little", "big")),
                        "little 或 big：6 代卡上字被切成错位的竖条时换一个",
                        "little or big: the other when a 6E shows letters torn in strips"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        if (settings.has("host") == settings.has("bus")) {
            findings.add(
                    new Finding(
                            settings.line(),
                            "onbon 要写 host 或 bus，只写一个。",
                            "onbon takes a host or a bus. Give one of them."));
        } else if (settings.has("bus") && !settings.has("screen")) {
            findings.add(
                    new Finding(
                            settings.line(),
                            "总线上要写屏号 screen。",
                            "On a bus it needs its number. Give screen."));
        }
        multiple(settings, "width", Byte.SIZE, findings);
        multiple(settings, "x", Model.of(settings.text("model")).generation().step(), findings);
        if (settings.whole("width") * settings.whole("height") > AREA_DOTS_MAX) {
            findings.add(
                    new Finding(
                            settings.lineOf("width"),
                            "宽乘高超出 262144 点，控制卡放不下。",
                            "More than 262144 dots do not fit the controller."));
        }
        return findings;
    }

    private static void multiple(Settings settings, String key, int step, List<Finding> findings) {
        int value = settings.whole(key, 0);
        if (value % step != 0) {
            findings.add(
                    new Finding(
                            settings.lineOf(key),
                            key + " " + value + " 要是 " + step + " 的倍数。",
                            key + " " + value + " must be a multiple of " + step + "."));
        }
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return List.of(
                settings.has("bus")
                        ? Claim.address(settings.text("bus"), settings.whole("screen"))
                        : Claim.port(settings.text("host") + ":" + port(settings)));
    }

    private static int port(Settings settings) {
        return settings.whole("port", TCP_PORT);
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        SharedLine line =
                settings.has("bus")
                        ? context.bus(settings.text("bus"), SharedLine.class)
                        : new SharedLine(
                                new NetworkPort(settings.text("host"), port(settings)),
                                OptionalInt.empty());
        Model model = Model.of(settings.text("model"));
        return new OnbonDisplay(
                new Controller(line, settings.whole("screen", Packet.ANY)),
                model,
                new Panel(
                        model.generation(),
                        settings.whole("x", 0),
                        settings.whole("y", 0),
                        settings.whole("width"),
                        settings.whole("height"),
                        Panel.Colour.valueOf(
                                settings.findText("colour")
                                        .orElse("single")
                                        .toUpperCase(Locale.ROOT)),
                        settings.findText("words").filter("big"::equals).isPresent()),
                Duration.ofSeconds(OnbonDisplay.REFRESH_SECONDS));
    }
}
