package yichuang.devices.bus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import yichuang.devices.DeviceFault;

/**
 * What happens to a bus in a year: a board loses its power in the middle of a call, a board is
 * exchanged for one of another size, the cable is out. How long until the hall knows, and until the
 * right picture stands.
 */
public final class RecoveryScene {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration UNTIL_OFFLINE = Duration.ofSeconds(12);
    private static final String SIZE = "128x32";
    private static final List<Integer> ADDRESSES = List.of(1, 2);
    private static final int FIRST = 1;
    private static final int OTHER_BOARD = 11;

    private final Path folder;
    private final Boards.Making making;

    public RecoveryScene(Path folder, Boards.Making making) {
        this.folder = folder;
        this.making = making;
    }

    /**
     * Times in milliseconds.
     *
     * @param killedUntilRight from the power's return to a board that lost it in mid-call
     * @param exchangedUntilRight from another board's power-on in its place
     * @param unpluggedUntilKnown from the cable's loss until the hall knows of both boards
     * @param pluggedUntilRight from its return until both show what was called meanwhile
     * @param signs of two boards, how many showed their offline sign after 12 s of silence
     */
    public record Outcome(
            long killedUntilRight,
            long exchangedUntilRight,
            long unpluggedUntilKnown,
            long pluggedUntilRight,
            int signs) {}

    /** {@code unplugged}: how long the cable is out. */
    public Outcome play(Duration unplugged) throws Exception {
        try (Bus bus = new Bus(folder, making, 0, 0)) {
            for (int address : ADDRESSES) {
                bus.boards.display(address, SIZE, address);
            }
            List<BoardDisplay> displays =
                    ADDRESSES.stream().map(at -> new BoardDisplay(bus.master, at)).toList();
            tell(displays, "A0001");
            took(() -> show(bus, "A0001"));

            long killed = killedInMidCall(bus, displays.getFirst());
            long exchanged = exchanged(bus, displays.getFirst());

            bus.hub.cut();
            long known = took(() -> displays.stream().allMatch(RecoveryScene::isGone));
            tell(displays, "A0004");
            Thread.sleep(unplugged);
            bus.hub.mend();
            long right = took(() -> show(bus, "A0004"));
            return new Outcome(killed, exchanged, known, right, signs(bus));
        }
    }

    /** The power goes while the frames of a call are on the wire, and comes back later. */
    private static long killedInMidCall(Bus bus, BoardDisplay display) throws Exception {
        Thread call = Thread.ofPlatform().start(() -> tell(List.of(display), "A0002"));
        TimeUnit.MILLISECONDS.sleep(2);
        bus.boards.kill(FIRST);
        call.join();
        took(() -> isGone(display));
        bus.boards.display(FIRST, SIZE, FIRST);
        return took(() -> shows(bus, FIRST, 128, 32, small("A0002")));
    }

    /** Another board, of another size even, that was given the address before it was put up. */
    private static long exchanged(Bus bus, BoardDisplay display) throws Exception {
        bus.boards.kill(FIRST);
        tell(List.of(display), "A0003");
        took(() -> isGone(display));
        bus.boards.display(OTHER_BOARD, "128x64", FIRST);
        long took = took(() -> shows(bus, FIRST, 128, 64, large("A0003")));
        bus.boards.kill(OTHER_BOARD);
        took(() -> isGone(display));
        bus.boards.display(FIRST, SIZE, FIRST);
        took(() -> shows(bus, FIRST, 128, 32, small("A0003")));
        return took;
    }

    /** The master is silent; then somebody else looks at what the boards show. */
    private static int signs(Bus bus) throws Exception {
        bus.master.close();
        Thread.sleep(UNTIL_OFFLINE);
        Drawn sign = new Drawn(128, 32).centred(0, 128, 8, 1, "离线");
        int signs = 0;
        BusMaster looking =
                new BusMaster("look", WirePort.of("unix:" + bus.hub.path(), 0, false, null))
                        .start();
        for (int address : ADDRESSES) {
            signs += Bus.read(looking, address, new byte[0], 128, 32).equals(sign) ? 1 : 0;
        }
        looking.close();
        return signs;
    }

    private static void tell(List<BoardDisplay> displays, String number) {
        for (BoardDisplay display : displays) {
            try {
                display.show(Bus.serving(number, "3"));
            } catch (DeviceFault later) {
                // It is shown when the board is there.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isGone(BoardDisplay display) {
        try {
            display.check();
            return false;
        } catch (DeviceFault gone) {
            return true;
        }
    }

    private static boolean show(Bus bus, String number) throws Exception {
        for (int address : ADDRESSES) {
            if (!shows(bus, address, 128, 32, small(number))) {
                return false;
            }
        }
        return true;
    }

    private static boolean shows(Bus bus, int address, int width, int height, Drawn wanted)
            throws InterruptedException {
        try {
            return bus.read(address, width, height).equals(wanted);
        } catch (DeviceFault notThere) {
            return false;
        }
    }

    private static Drawn small(String number) {
        return new Drawn(128, 32)
                .text(0, 0, 2, 80, number)
                .centred(80, 128, 0, 1, "办理中")
                .centred(80, 128, 16, 1, "3号窗");
    }

    private static Drawn large(String number) {
        return new Drawn(128, 64).centred(0, 128, 0, 2, number).centred(0, 128, 32, 1, "办理中3号窗口");
    }

    private static long took(Callable<Boolean> what) throws Exception {
        long begun = System.nanoTime();
        Bus.eventually(
                MINUTE,
                () -> {
                    if (!what.call()) {
                        throw new AssertionError("not within a minute");
                    }
                    return true;
                });
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
