package yichuang.devices;

/** Makes the devices of a plan, each when this node begins to drive it. */
public interface Drivers {
    /** {@return whether this device is in this program only, for trials without hardware} */
    boolean isVirtual(String device);

    Display display(DevicePlan.Spot spot);

    /** {@code keys}: where the keys go that people press. */
    Keypad keypad(DevicePlan.Spot spot, Keys keys);

    Printer printer(DevicePlan.Spot spot);

    Speaker speaker(DevicePlan.Spot spot);

    Caller caller(DevicePlan.Spot spot, Keys keys);

    PanicButton panic(DevicePlan.Spot spot, Keys keys);
}
