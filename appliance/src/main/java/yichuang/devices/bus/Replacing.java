package yichuang.devices.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.devices.DeviceFault;
import yichuang.devices.Replaceable.Spare;

/**
 * Puts a new board or pad in a dead one's place: finds those on the bus that have no address yet,
 * and gives one the address. PROTOCOL.md DISCOVER and SET_ADDRESS.
 */
final class Replacing {
    private static final int WITHOUT_ADDRESS = 1;
    private static final int BITS_MAX = 32;
    private static final int ANY_ID = 0xFE;
    private static final int ADDRESS_AND_SIGN = 3;
    private static final int SIGN_SECONDS = 60;
    private static final Duration KNOWN_MAX = Duration.ofSeconds(5);
    private static final Duration NAP = Duration.ofMillis(20);

    private final BusMaster bus;
    private final Unit unit;

    Replacing(BusMaster bus, Unit unit) {
        this.bus = bus;
        this.unit = unit;
    }

    List<Spare> spares() throws DeviceFault, InterruptedException {
        return bus.call(this::fitting).stream()
                .map(one -> new Spare(one.id().toString(), one.id().sign(), what(one)))
                .toList();
    }

    /** Whoever chooses sees on each board which one it is. */
    private List<Identity> fitting(Talking talking) throws IOException, InterruptedException {
        List<Identity> fitting =
                search(talking).stream().filter(one -> one.kind() == unit.kind()).toList();
        for (Identity one : fitting) {
            if (one.kind() == Identity.Kind.DISPLAY) {
                var unused =
                        talking.ask(
                                ANY_ID,
                                Ask.TEST,
                                new Octets()
                                        .bytes(one.id().bytes())
                                        .u8(ADDRESS_AND_SIGN)
                                        .u8(SIGN_SECONDS)
                                        .done(),
                                Talking.REPEATS_MAX);
            }
        }
        return fitting;
    }

    private static String what(Identity one) {
        String size =
                one.kind() == Identity.Kind.DISPLAY ? one.width() + "×" + one.height() + ", " : "";
        return size + one.version();
    }

    /**
     * Returns when the new one is known at the address.
     *
     * @return false when another still answers there
     */
    boolean replaceBy(String spare) throws DeviceFault, InterruptedException {
        UnitId id;
        try {
            id = UnitId.of(spare);
        } catch (IllegalArgumentException noId) {
            throw new DeviceFault(DeviceFault.Kind.MISSING);
        }
        return bus.call(talking -> give(talking, id)) && known();
    }

    private boolean known() throws DeviceFault, InterruptedException {
        long from = System.nanoTime();
        while (!unit.isPresent()) {
            if (System.nanoTime() - from > KNOWN_MAX.toNanos()) {
                throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
            }
            Thread.sleep(NAP);
        }
        return true;
    }

    private boolean give(Talking talking, UnitId id)
            throws IOException, InterruptedException, DeviceFault {
        Optional<Identity> there =
                talking.ask(unit.address(), Ask.IDENTIFY, new byte[0], Talking.REPEATS_MAX)
                        .flatMap(Identity::of);
        if (there.isPresent()) {
            return there.get().id().equals(id); // asked again after a lost answer
        }
        Reply reply =
                talking.ask(
                                ANY_ID,
                                Ask.SET_ADDRESS,
                                new Octets().bytes(id.bytes()).u8(unit.address()).done(),
                                Talking.REPEATS_MAX)
                        .orElseThrow(() -> new DeviceFault(DeviceFault.Kind.MISSING));
        if (!reply.done()) {
            throw new DeviceFault(DeviceFault.Kind.BROKEN);
        }
        unit.dueNow();
        return true;
    }

    private static List<Identity> search(Talking talking) throws IOException, InterruptedException {
        Map<UnitId, Identity> found = new LinkedHashMap<>();
        search(talking, 0, 0, found);
        return new ArrayList<>(found.values());
    }

    /** Where several answer at once, both halves are asked, one bit further. */
    private static void search(Talking talking, int bits, long prefix, Map<UnitId, Identity> found)
            throws IOException, InterruptedException {
        byte[] question = new Octets().u8(WITHOUT_ADDRESS).u8(bits).u32(prefix).done();
        Talking.Heard heard = talking.askAll(Ask.DISCOVER, question);
        if (!heard.noise() && heard.replies().isEmpty()) {
            heard = talking.askAll(Ask.DISCOVER, question);
        }
        heard.replies().stream()
                .map(Identity::of)
                .flatMap(Optional::stream)
                .forEach(one -> found.put(one.id(), one));
        if (heard.noise() && bits < BITS_MAX) {
            search(talking, bits + 1, prefix, found);
            search(talking, bits + 1, prefix | 1L << (BITS_MAX - 1 - bits), found);
        }
    }
}
