package yichuang.devices.driver;

import java.util.List;

/** What the devices file may use by name: a driver, or a kind of bus. */
public sealed interface Offer permits DriverFactory, BusFactory {
    /** {@return the word in the devices file} */
    String name();

    /** {@return the settings it takes, beside those that all have} */
    List<Field> fields();

    /** {@return what is wrong though every field by itself is right} */
    default List<Finding> check(Settings settings) {
        return List.of();
    }

    /** {@return what nobody else on this controller may have, of settings that are right} */
    default List<Claim> claims(Settings settings) {
        return List.of();
    }
}
