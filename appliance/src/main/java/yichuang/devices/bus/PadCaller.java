package yichuang.devices.bus;

import java.util.List;
import yichuang.devices.Caller;
import yichuang.devices.CallerKey;
import yichuang.devices.DeviceFault;
import yichuang.devices.Keys;
import yichuang.devices.Press;
import yichuang.devices.Replaceable;
import yichuang.hall.Answer;

/**
 * A caller pad on the bus: next, recall, no-show. A lamp is lit while its key can do something; a
 * short beep says that the hall did it, a long one that it did not.
 */
final class PadCaller implements Caller, Replaceable {
    private static final List<CallerKey> KEYS =
            List.of(CallerKey.NEXT, CallerKey.RECALL, CallerKey.NO_SHOW);
    private static final int NEXT_LAMP = 1;
    private static final int RECALL_LAMP = 2;
    private static final int NO_SHOW_LAMP = 4;
    private static final int TEST_SECONDS = 5;

    /** In 10 ms. */
    private static final int SHORT_BEEP = 5;

    private static final int LONG_BEEP = 40;

    private final BusMaster bus;
    private final Unit unit;
    private final Keys keys;

    PadCaller(BusMaster bus, int address, Keys keys) {
        this.bus = bus;
        this.keys = keys;
        this.unit = new Unit(address, Identity.Kind.PAD, this::pressed);
        bus.add(unit);
    }

    private void pressed(int key) {
        if (key >= 1 && key <= KEYS.size()) {
            var unused =
                    keys.press(KEYS.get(key - 1).code())
                            .whenComplete(
                                    (press, lost) -> beep(agreed(press) ? SHORT_BEEP : LONG_BEEP));
        }
    }

    private static boolean agreed(Press press) {
        return press instanceof Press.Asked asked && !(asked.answer() instanceof Answer.Refused);
    }

    private void beep(int length) {
        bus.later(
                talking ->
                        talking.ask(unit.address(), Ask.LAMPS, lamps(length), Talking.REPEATS_MAX));
    }

    private byte[] lamps(int beep) {
        Unit.Lamps now = unit.lamps();
        return new Octets().u8(now.lit()).u8(now.blinking()).u8(beep).done();
    }

    @Override
    public void show(Counter counter) throws DeviceFault, InterruptedException {
        int lit =
                counter.number().isEmpty()
                        ? NEXT_LAMP
                        : counter.serving() ? 0 : RECALL_LAMP | NO_SHOW_LAMP;
        unit.want(new Unit.Lamps(lit, 0));
        check();
        Units.act(bus, unit.address(), Ask.LAMPS, lamps(0));
    }

    @Override
    public void test() throws DeviceFault, InterruptedException {
        Units.act(bus, unit.address(), Ask.TEST, new Octets().u8(1).u8(TEST_SECONDS).done());
    }

    @Override
    public void check() throws DeviceFault {
        if (!unit.isPresent()) {
            throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
        }
        if (unit.isStuck()) {
            throw new DeviceFault(DeviceFault.Kind.STUCK_KEY);
        }
    }

    @Override
    public List<Spare> spares() throws DeviceFault, InterruptedException {
        return new Replacing(bus, unit).spares();
    }

    @Override
    public boolean replaceBy(String spare) throws DeviceFault, InterruptedException {
        return new Replacing(bus, unit).replaceBy(spare);
    }

    @Override
    public void close() {
        bus.remove(unit);
    }
}
