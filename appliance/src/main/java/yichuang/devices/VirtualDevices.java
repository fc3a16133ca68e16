package yichuang.devices;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Devices without hardware: the whole hall runs with them, and everything they show, print and say
 * can be looked at.
 */
public final class VirtualDevices implements Drivers {
    private final Map<String, VirtualDevice<?>> made = new ConcurrentHashMap<>();

    @Override
    public boolean isVirtual(String device) {
        return true;
    }

    @Override
    public Display display(DevicePlan.Spot spot) {
        return remember(spot, new VirtualDisplay());
    }

    @Override
    public Keypad keypad(DevicePlan.Spot spot, Keys keys) {
        return remember(spot, new VirtualKeypad());
    }

    @Override
    public Printer printer(DevicePlan.Spot spot) {
        return remember(spot, new VirtualPrinter());
    }

    @Override
    public Speaker speaker(DevicePlan.Spot spot) {
        return remember(spot, new VirtualSpeaker());
    }

    @Override
    public Caller caller(DevicePlan.Spot spot, Keys keys) {
        return remember(spot, new VirtualCaller());
    }

    @Override
    public PanicButton panic(DevicePlan.Spot spot, Keys keys) {
        return remember(spot, new VirtualPanicButton());
    }

    /** From now on everything this device is asked fails like this. */
    public void fail(String id, DeviceFault.Kind kind) {
        made.get(id).fail(kind);
    }

    /** The device works again. */
    public void mend(String id) {
        made.get(id).mend();
    }

    /** {@return what one of the devices did, oldest first} */
    List<?> history(String id) {
        return made.get(id).history();
    }

    private <D extends VirtualDevice<?>> D remember(DevicePlan.Spot spot, D device) {
        made.put(spot.id(), device);
        return device;
    }
}
