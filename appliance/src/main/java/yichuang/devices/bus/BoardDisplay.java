package yichuang.devices.bus;

import java.util.List;
import yichuang.devices.DeviceFault;
import yichuang.devices.Display;
import yichuang.devices.Face;
import yichuang.devices.Replaceable;

/** A LED board on the bus. */
final class BoardDisplay implements Display, Replaceable {
    private static final int ALL_DOTS = 1;
    private static final int TEST_SECONDS = 5;

    private final BusMaster bus;
    private final Unit unit;

    BoardDisplay(BusMaster bus, int address) {
        this.bus = bus;
        this.unit = new Unit(address, Identity.Kind.DISPLAY, key -> {});
        bus.add(unit);
    }

    /** What cannot be shown now is shown as soon as the board is there. */
    @Override
    public void show(Face face) throws DeviceFault, InterruptedException {
        unit.want((width, height) -> new FaceLayout(width, height).of(face));
        check();
        Boolean shown =
                bus.call(
                        talking -> {
                            new Showing(talking).show(unit);
                            return true;
                        });
        assert shown;
    }

    @Override
    public void test() throws DeviceFault, InterruptedException {
        Units.act(bus, unit.address(), Ask.TEST, new Octets().u8(ALL_DOTS).u8(TEST_SECONDS).done());
    }

    @Override
    public void check() throws DeviceFault {
        if (!unit.isPresent()) {
            throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
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
