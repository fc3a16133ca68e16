package yichuang.devices.bus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;

/** What a poll finds out, and what follows from it. PROTOCOL.md POLL. */
final class Polling {
    private static final Logger LOG = Logger.getLogger(Polling.class.getName());
    private static final List<Integer> USUAL =
            FaceLayout.USUAL.codePoints().distinct().boxed().toList();

    private static final int RESTARTED = 1;
    private static final int NO_PICTURE = 2;
    private static final int TRIAL = 4;
    private static final int KEY_STUCK = 16;
    private static final int EVENTS_AT = 4;
    private static final int EVENT_BYTES = 3;

    /** In 100 ms. Who pressed so long ago has pressed again, or gone to the console. */
    private static final int AGE_MAX = 30;

    private final Talking talking;
    private final Showing showing;

    Polling(Talking talking) {
        this.talking = talking;
        this.showing = new Showing(talking);
    }

    void poll(Unit unit) throws IOException, InterruptedException {
        if (unit.identity().isEmpty() && !identify(unit)) {
            return;
        }
        Optional<Reply> reply =
                talking.ask(
                        unit.address(),
                        Ask.POLL,
                        new Octets().u8(unit.restartSeen() ? 1 : 0).u8(unit.taken()).done(),
                        Talking.REPEATS_MAX);
        if (reply.filter(Reply::done).isEmpty()) {
            missed(unit);
            return;
        }
        unit.answered();
        heard(unit, reply.get());
    }

    /** Nobody repeats a question to an address where nobody was. */
    private boolean identify(Unit unit) throws IOException, InterruptedException {
        Optional<Identity> identity =
                talking.ask(unit.address(), Ask.IDENTIFY, new byte[0], unit.isPresent() ? 1 : 0)
                        .flatMap(Identity::of);
        if (identity.isEmpty()) {
            missed(unit);
            return false;
        }
        if (identity.get().kind() != unit.kind()) {
            LOG.log(
                    Level.WARNING,
                    "地址 {0} 上是 {1}，devices 文件里写的是 {2}。请改正地址。 At address {0} there is a {1},"
                            + " but the devices file says {2}. Correct the address.",
                    new Object[] {unit.address(), identity.get().kind(), unit.kind()});
            missed(unit);
            return false;
        }
        unit.identified(identity.get());
        unit.fillWith(USUAL);
        return true;
    }

    private static void missed(Unit unit) {
        if (unit.missed()) {
            LOG.log(
                    Level.WARNING,
                    "地址 {0} 不再应答。请检查它的电源和接线。 Address {0} answers no more. Check its power"
                            + " and cable.",
                    unit.address());
        }
    }

    private void heard(Unit unit, Reply reply) throws IOException, InterruptedException {
        int flags = reply.u8(0);
        unit.keyStuck((flags & KEY_STUCK) != 0);
        if ((flags & RESTARTED) != 0) {
            unit.restarted();
            if (!identify(unit)) {
                return;
            }
            restoreLamps(unit);
            unit.dueNow();
        } else {
            unit.running();
            events(unit, reply);
        }
        if ((flags & TRIAL) != 0) {
            var unused =
                    talking.ask(
                            unit.address(), Ask.UPDATE_CONFIRM, new byte[0], Talking.REPEATS_MAX);
        }
        if (unit.kind() == Identity.Kind.DISPLAY) {
            compare(unit, (flags & NO_PICTURE) != 0, reply.u16(1));
            showing.fill(unit);
        }
    }

    private static void events(Unit unit, Reply reply) {
        for (int i = 0; i < reply.u8(3); i++) {
            int at = EVENTS_AT + i * EVENT_BYTES;
            if (reply.u8(at + 2) <= AGE_MAX) {
                unit.key(reply.u8(at), reply.u8(at + 1));
            } else {
                unit.tooOld(reply.u8(at));
            }
        }
    }

    private void restoreLamps(Unit unit) throws IOException, InterruptedException {
        if (unit.kind() == Identity.Kind.PAD) {
            Unit.Lamps lamps = unit.lamps();
            var unused =
                    talking.ask(
                            unit.address(),
                            Ask.LAMPS,
                            new Octets().u8(lamps.lit()).u8(lamps.blinking()).u8(0).done(),
                            Talking.REPEATS_MAX);
        }
    }

    /** A board that shows something else than it was told is told again. */
    private void compare(Unit unit, boolean noPicture, int crc)
            throws IOException, InterruptedException {
        boolean right = !noPicture && unit.shownCrc().equals(OptionalInt.of(crc));
        if (!right && unit.wanted().isPresent()) {
            try {
                showing.show(unit);
            } catch (DeviceFault fault) {
                LOG.log(
                        Level.WARNING,
                        "地址 {0} 的屏不肯显示：{1} The board at address {0} does not show it: {1}",
                        new Object[] {unit.address(), fault.kind().code()});
            }
        }
    }
}
