package yichuang.devices;

import java.util.List;
import java.util.Locale;
import yichuang.hall.Answer;

/** Drivers whose keys are listened to: what was pressed, and what came of it. */
record Eavesdropping(Drivers drivers, List<String> heard) implements Drivers {
    private Keys heard(Keys keys) {
        return key ->
                keys.press(key).whenComplete((press, failed) -> heard.add(key + " " + word(press)));
    }

    private static String word(Press press) {
        boolean agreed =
                press instanceof Press.Asked asked && asked.answer() instanceof Answer.Agreed;
        return agreed ? "taken" : press.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isVirtual(String device) {
        return drivers.isVirtual(device);
    }

    @Override
    public Display display(DevicePlan.Spot spot) {
        return drivers.display(spot);
    }

    @Override
    public Keypad keypad(DevicePlan.Spot spot, Keys keys) {
        return drivers.keypad(spot, heard(keys));
    }

    @Override
    public Printer printer(DevicePlan.Spot spot) {
        return drivers.printer(spot);
    }

    @Override
    public Speaker speaker(DevicePlan.Spot spot) {
        return drivers.speaker(spot);
    }

    @Override
    public Caller caller(DevicePlan.Spot spot, Keys keys) {
        return drivers.caller(spot, heard(keys));
    }

    @Override
    public PanicButton panic(DevicePlan.Spot spot, Keys keys) {
        return drivers.panic(spot, heard(keys));
    }
}
