package yichuang.devices;

/** Makes the devices of a plan, each when this node begins to drive it. */
public interface Drivers {
    /** {@return whether these devices are in this program only, for trials without hardware} */
    boolean areVirtual();

    Display display(DevicePlan.Spot spot);

    Keypad keypad(DevicePlan.Spot spot);

    Printer printer(DevicePlan.Spot spot);

    Speaker speaker(DevicePlan.Spot spot);
}
