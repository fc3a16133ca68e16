package yichuang.devices.pad;

import java.util.List;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;

/** The driver {@code ff68-pad}: a caller pad, a rating keypad, or both in one case. */
public final class PadFactory implements DriverFactory {
    private static final String BUS = "bus";
    private static final String ADDRESS = "address";
    private static final String LEVELS = "levels";
    private static final int ADDRESS_MAX = 254;

    @Override
    public String name() {
        return "ff68-pad";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.CALLER, DeviceKind.KEYPAD);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.required(
                        BUS,
                        new Field.OfBus(List.of(PadLineFactory.KIND)),
                        "buses 里一条 ff68 总线的编号",
                        "the id of an ff68 bus under buses"),
                Field.required(
                        ADDRESS,
                        new Field.Whole(1, ADDRESS_MAX),
                        "叫号器的地址，1 到 254",
                        "the pad's address, 1 to 254"),
                Field.optional(
                        LEVELS,
                        new Field.Texts(LevelMap.FORM, 1, 5),
                        "每个评价键是几级，如 [\"0=5\", \"1=4\", \"2=3\", \"3=2\"]",
                        "the level of each rating key as [\"0=5\", \"1=4\", \"2=3\", \"3=2\"]"));
    }

    @Override
    public List<Finding> check(Settings settings) {
        return LevelMap.isClear(settings.texts(LEVELS))
                ? List.of()
                : List.of(
                        new Finding(
                                settings.lineOf(LEVELS),
                                "levels 里有一个键或一个级别写了两次。每个只写一次。",
                                "levels names a key or a level twice. Give each once."));
    }

    @Override
    public List<Claim> claims(Settings settings) {
        return List.of(Claim.address(settings.text(BUS), settings.whole(ADDRESS)));
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        PadLine line = context.bus(settings.text(BUS), PadLine.class);
        int address = settings.whole(ADDRESS);
        return kind == DeviceKind.CALLER
                ? new StaffPart(line, address, context.keys())
                : new RatingPart(
                        line,
                        address,
                        LevelMap.of(
                                settings.has(LEVELS) ? settings.texts(LEVELS) : LevelMap.FOUR_KEYS),
                        context.keys());
    }
}
