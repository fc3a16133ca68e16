/**
 * How real hardware joins the hall 驱动: the frame that every family of drivers fits into.
 *
 * <p>A family is a package of its own beside this one. It offers a {@link
 * yichuang.devices.driver.DriverFactory} for each kind of hardware and a {@link
 * yichuang.devices.driver.BusFactory} for each kind of wire, named in {@code META-INF/services};
 * the devices file then uses them by name. {@link yichuang.devices.driver.Installed} knows all that
 * are there, {@link yichuang.devices.driver.HardwareCheck} compares the file with what they ask
 * for, and {@link yichuang.devices.driver.HardwareDrivers} opens them; what the file does not name
 * stays virtual.
 *
 * <p>The ugly cases: hardware that is not there at the start (opening never fails; the device's
 * checks say so until it comes), two things on one pin or address ({@link
 * yichuang.devices.driver.Claim}).
 */
package yichuang.devices.driver;
