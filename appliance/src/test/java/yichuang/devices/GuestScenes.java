package yichuang.devices;

import com.pi4j.boardinfo.definition.BoardModel;
import com.pi4j.boardinfo.util.BoardInfoHelper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import yichuang.devices.driver.Hardware;
import yichuang.devices.driver.HardwareDrivers;
import yichuang.devices.driver.Installed;
import yichuang.devices.driver.Settings;
import yichuang.devices.gpio.DriverEnable;
import yichuang.hall.Command;
import yichuang.hall.TicketId;

/**
 * The real Pi4J providers under the real hall, in an arm64 guest whose pins, expander and dots are
 * simulated by its kernel ({@code scripts/lib/pi4j.sh}). An emulated machine keeps no time: a scene
 * waits for what it wants to see and holds a key until it was seen; how keys bounce is for {@code
 * WiredKeypadTest}.
 */
final class GuestScenes {
    private static final List<Integer> KEYS = List.of(5, 6, 13, 19, 26);
    private static final List<Integer> LAMPS = List.of(12, 16, 20, 21, 25);
    private static final int PANIC = 17;
    private static final int ENABLE = 18;
    private static final int ALL = 0b11111;
    private static final int LAMPS_OF_EXPANDER = ALL << 8;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What came of each key, in the order of the fingers. */
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private final Front front;

    private GuestScenes(List<Hardware.Wire> buses, List<Hardware.Piece> pieces) {
        this.front =
                Front.open(
                        virtual ->
                                new Eavesdropping(
                                        new HardwareDrivers(
                                                Installed.all(),
                                                new Hardware(buses, pieces),
                                                virtual,
                                                Clock.systemUTC(),
                                                Path.of("/tmp")),
                                        heard));
    }

    /** Plays them all; ends with an error at the first that goes wrong. */
    public static void main(String[] arguments) {
        BoardInfoHelper.current().setBoardModel(BoardModel.MODEL_4_B);
        try {
            playAll();
        } catch (AssertionError | DeviceFault | RuntimeException wrong) {
            System.out.println("wrong: " + wrong);
            System.exit(1); // threads of Pi4J stay: the end has to be said
        }
        System.exit(0);
    }

    private static void playAll() throws DeviceFault {
        GuestScenes header = onTheHeader();
        header.play("keys rate and their lamps confirm", header::keysRate);
        header.play("one answer per visit", header::oneAnswer);
        header.play("a key after time-out is ignored", header::afterTimeOut);
        header.play("a stuck key is a fault, the others count", header::stuckKey);
        header.play("a panic button calls security once", header::panic);
        header.play("dot modules show the call", header::dots);
        header.front.close();
        driverEnable();
        GuestScenes expander = onAnExpander();
        expander.play("an expander absent at the start comes", expander::comes);
        expander.play("keys of an expander rate", expander::expanderRates);
        expander.play("of two keys at once none counts", expander::twoAtOnce);
        expander.play("an expander goes and comes back", expander::goesAndComesBack);
        expander.front.close();
    }

    private static GuestScenes onTheHeader() {
        return new GuestScenes(
                List.of(),
                List.of(
                        piece(
                                "keypad-3",
                                DeviceKind.KEYPAD,
                                "gpio-keypad",
                                Map.of("keys", longs(KEYS), "lamps", longs(LAMPS))),
                        piece(
                                "panic-3",
                                DeviceKind.PANIC,
                                "gpio-button",
                                Map.of("pin", (long) PANIC)),
                        piece(
                                "display-3",
                                DeviceKind.DISPLAY,
                                "max7219",
                                Map.of("select", 0L, "modules", 4L))));
    }

    private static GuestScenes onAnExpander() {
        FarSide.unplug();
        return new GuestScenes(
                List.of(new Hardware.Wire("x", "i2c", settings(Map.of()))),
                List.of(
                        piece(
                                "keypad-3",
                                DeviceKind.KEYPAD,
                                "mcp23017-keypad",
                                Map.of(
                                        "bus",
                                        "x",
                                        "keys",
                                        List.of("20.A0", "20.A1", "20.A2", "20.A3", "20.A4"),
                                        "lamps",
                                        List.of("20.B0", "20.B1", "20.B2", "20.B3", "20.B4")))));
    }

    private static List<Long> longs(List<Integer> pins) {
        return pins.stream().map(Integer::longValue).toList();
    }

    private static Hardware.Piece piece(
            String id, DeviceKind kind, String driver, Map<String, Object> values) {
        return new Hardware.Piece(
                id,
                driver,
                settings(values),
                List.of(new Hardware.Part(id, kind, Optional.empty())));
    }

    private static Settings settings(Map<String, Object> values) {
        Map<String, Settings.Value> each = new LinkedHashMap<>();
        values.forEach((key, what) -> each.put(key, new Settings.Value(1, what)));
        return new Settings(1, each);
    }

    private void keysRate() {
        for (int level = 1; level <= KEYS.size(); level++) {
            TicketId visit = front.visit("rated-" + level);
            until("all lamps are lit", () -> FarSide.high(LAMPS) == ALL);
            int key = KEYS.get(level - 1);
            int lamp = 1 << (level - 1);
            FarSide.press(key);
            until("its lamp shines alone", () -> FarSide.high(LAMPS) == lamp);
            until("the hall has it", () -> rated(visit).isPresent());
            same(level, rated(visit).orElseThrow(), "the level");
            FarSide.release(key);
            steadily("all lamps are dark", () -> FarSide.high(LAMPS) == 0);
            isWell();
        }
        same(KEYS.size(), heard.size(), "keys heard");
    }

    private void oneAnswer() {
        TicketId visit = front.visit("once");
        until("lit", () -> FarSide.high(LAMPS) == ALL);
        hits(KEYS.get(1), "2 taken");
        steadily("dark again", () -> FarSide.high(LAMPS) == 0);
        hits(KEYS.get(4), "5 dark");
        same(2, rated(visit).orElseThrow(), "the level");
    }

    private void afterTimeOut() {
        TicketId visit = front.visit("late");
        until("lit", () -> FarSide.high(LAMPS) == ALL);
        front.later(Duration.ofSeconds(60));
        steadily("dark after a minute", () -> FarSide.high(LAMPS) == 0);
        hits(KEYS.get(4), "5 dark");
        same(Optional.empty(), rated(visit), "the rating");
    }

    private void stuckKey() {
        FarSide.press(KEYS.get(2));
        until("told", () -> fault("keypad-3").equals(Optional.of(DeviceFault.Kind.STUCK_KEY)));
        TicketId visit = front.visit("beside");
        until("the other four are lit", () -> FarSide.high(LAMPS) == (ALL & ~(1 << 2)));
        hits(KEYS.get(4), "5 taken");
        same(5, rated(visit).orElseThrow(), "the level");
        FarSide.release(KEYS.get(2));
        until("well again", () -> fault("keypad-3").isEmpty());
    }

    private void panic() {
        hits(PANIC, "help taken");
        long calls = front.asked().stream().filter(Command.AskHelp.class::isInstance).count();
        same(1L, calls, "calls for help");
        same(Optional.empty(), fault("panic-3"), "the fault of the button");
    }

    private void dots() {
        front.calls(front.takes("shown"));
        String number = front.shown("display-3").number().orElseThrow();
        same("A0009", number, "the number");
        until(
                "the number shines",
                () ->
                        FarSide.dots()
                                .equals(
                                        List.of(
                                                ".....##...##...##...##...##.....",
                                                "....#..#.#..#.#..#.#..#.#..#....",
                                                "....#..#.#..#.#..#.#..#.#..#....",
                                                "....####.#..#.#..#.#..#..###....",
                                                "....#..#.#..#.#..#.#..#....#....",
                                                "....#..#.#..#.#..#.#..#....#....",
                                                "....#..#..##...##...##...##.....",
                                                "................................")));
    }

    private static void driverEnable() throws DeviceFault {
        try (DriverEnable line = new DriverEnable(ENABLE)) {
            line.listen();
            same(false, FarSide.isHigh(ENABLE), "the line while it listens");
            line.talk();
            same(true, FarSide.isHigh(ENABLE), "the line while it talks");
            line.listen();
            same(false, FarSide.isHigh(ENABLE), "the line afterwards");
        }
        System.out.println("scene: the driver-enable line follows");
    }

    private void comes() {
        until("told", () -> fault("keypad-3").equals(Optional.of(DeviceFault.Kind.NO_ANSWER)));
        FarSide.plugIn();
        until("well", () -> fault("keypad-3").isEmpty());
        same(0, FarSide.driven(), "lamps");
    }

    private void expanderRates() {
        for (int level = 1; level <= KEYS.size(); level++) {
            TicketId visit = front.visit("rated-" + level);
            until("all lamps are lit", () -> FarSide.driven() == LAMPS_OF_EXPANDER);
            int lamp = 1 << (8 + level - 1);
            FarSide.ground(1 << (level - 1));
            until("its lamp shines alone", () -> FarSide.driven() == lamp);
            until("the hall has it", () -> rated(visit).isPresent());
            same(level, rated(visit).orElseThrow(), "the level");
            FarSide.ground(0);
            steadily("all lamps are dark", () -> FarSide.driven() == 0);
            isWell();
        }
    }

    private void twoAtOnce() {
        TicketId visit = front.visit("two");
        until("lit", () -> FarSide.driven() == LAMPS_OF_EXPANDER);
        heard.clear();
        FarSide.ground(0b10010);
        until("all lamps go off", () -> FarSide.driven() == 0);
        until("and on, in turns", () -> FarSide.driven() == LAMPS_OF_EXPANDER);
        until("and off", () -> FarSide.driven() == 0);
        same(List.of(), List.copyOf(heard), "keys heard");
        FarSide.ground(0);
        steadily("all lamps are lit", () -> FarSide.driven() == LAMPS_OF_EXPANDER);
        FarSide.ground(0b10);
        until("one alone counts", () -> rated(visit).isPresent());
        same(2, rated(visit).orElseThrow(), "the level");
        FarSide.ground(0);
        steadily("dark", () -> FarSide.driven() == 0);
    }

    private void goesAndComesBack() {
        TicketId visit = front.visit("through");
        until("lit", () -> FarSide.driven() == LAMPS_OF_EXPANDER);
        FarSide.unplug();
        until("told", () -> fault("keypad-3").equals(Optional.of(DeviceFault.Kind.NO_ANSWER)));
        FarSide.plugIn();
        until("well", () -> fault("keypad-3").isEmpty());
        until("lit again by itself", () -> FarSide.driven() == LAMPS_OF_EXPANDER);
        until("and it rates", () -> taps(0b1000) && rated(visit).isPresent());
        same(4, rated(visit).orElseThrow(), "the level");
        FarSide.ground(0);
    }

    /** A finger stays on the key until it was heard. */
    private void hits(int pin, String came) {
        heard.clear();
        FarSide.press(pin);
        until("heard as " + came, () -> heard.equals(List.of(came)));
        FarSide.release(pin);
    }

    /**
     * A finger taps in turns of a second, as people do when nothing comes: a key that goes down
     * before the chip was seen without fingers does not count.
     */
    private static boolean taps(int lines) {
        boolean down = System.nanoTime() / 1_000_000_000 % 2 == 0;
        FarSide.ground(down ? lines : 0);
        return true;
    }

    /** For longer than a lamp is off or on while it blinks. */
    private static void steadily(String what, BooleanSupplier seen) {
        int[] same = {0};
        until(
                what,
                () -> {
                    same[0] = seen.getAsBoolean() ? same[0] + 1 : 0;
                    return same[0] > 40;
                });
    }

    private Optional<Integer> rated(TicketId visit) {
        return front.asked().stream()
                .filter(Command.Rate.class::isInstance)
                .map(Command.Rate.class::cast)
                .filter(rate -> rate.ticket().equals(visit))
                .map(Command.Rate::level)
                .findFirst();
    }

    private void isWell() {
        same(Optional.empty(), fault("keypad-3"), "the fault of the keypad");
    }

    private Optional<DeviceFault.Kind> fault(String device) {
        front.looks();
        return front.view(device).fault();
    }

    private interface Scene {
        void play();
    }

    private void play(String name, Scene scene) {
        heard.clear();
        long start = System.nanoTime();
        scene.play();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println("scene: " + name + ", " + millis + " ms");
    }

    private static void until(String what, BooleanSupplier seen) {
        long start = System.nanoTime();
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("not seen: " + what + "; lamps " + state());
            }
            pause();
        }
    }

    private static String state() {
        return FarSide.high(LAMPS)
                + " and "
                + FarSide.driven()
                + " "
                + Arrays.asList(FarSide.dots());
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void same(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + " but was " + actual);
        }
    }
}
