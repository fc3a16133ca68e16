package yichuang.devices.bus;

import java.util.List;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;

/** What boards and pads have in common: a place on a bus. */
final class OnBus {
    static final String BUS = "bus";
    static final String ADDRESS = "address";
    private static final int ADDRESS_MAX = 127;

    static final List<Field> FIELDS =
            List.of(
                    Field.required(
                            BUS,
                            new Field.OfBus(List.of(Rs485Factory.KIND)),
                            "buses 里一条 rs485 总线的编号",
                            "the id of an rs485 bus under buses"),
                    Field.required(
                            ADDRESS,
                            new Field.Whole(1, ADDRESS_MAX),
                            "总线上的地址，1 到 127",
                            "the address on the bus, 1 to 127"));

    private OnBus() {}

    static List<Claim> claims(Settings settings) {
        return List.of(Claim.address(settings.text(BUS), settings.whole(ADDRESS)));
    }
}
