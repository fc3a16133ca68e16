package yichuang.devices.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yichuang.devices.Caller;
import yichuang.devices.DeviceFault;
import yichuang.devices.Keys;
import yichuang.devices.Press;
import yichuang.devices.port.NetworkPort;

/** Pads that a hall owns already call, recall and rate as the hall's own do. */
class PadTest {
    private static final int SECONDS_MAX = 20;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final Caller.Counter TICKET_34 =
            new Caller.Counter(Optional.of("A0034"), true, 5);

    private final BlockingQueue<String> pressed = new LinkedBlockingQueue<>();
    private final Keys keys =
            key -> {
                pressed.add(key);
                return CompletableFuture.completedFuture(new Press.NobodyWaits());
            };
    private PadEmulator pads;
    private PadLine line;

    @BeforeEach
    void plugIn() throws Exception {
        pads = new PadEmulator();
        line = new PadLine("p1", new NetworkPort("127.0.0.1", pads.port())).start();
        pads.awaitLine();
        eventually(this::isOpen);
    }

    private boolean isOpen() {
        try {
            line.check();
            return true;
        } catch (DeviceFault notYet) {
            return false;
        }
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        pads.close();
    }

    private String key() throws InterruptedException {
        return pressed.poll(SECONDS_MAX, TimeUnit.SECONDS);
    }

    private static void eventually(Callable<Boolean> what) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (!what.call()) {
            assertTrue(System.nanoTime() < until, "not in time");
            Thread.sleep(10);
        }
    }

    private static String shown(int address, Caller.Counter counter) {
        return HEX.formatHex(StaffPart.digits(address, counter).bytes());
    }

    @Test
    void the_golden_frames_are_made() {
        assertEquals(
                "FF 68 08 08 68 01 02 00 01 02 00 03 04 0D 16",
                shown(1, new Caller.Counter(Optional.of("A034"), true, 12)));
        assertEquals(
                "FF 68 08 08 68 03 02 00 00 07 0A 0A 0A 2A 16",
                shown(3, new Caller.Counter(Optional.empty(), false, 7)));
        assertEquals("FF 68 02 02 68 01 03 04 16", HEX.formatHex(new PadFrame(1, 3).bytes()));
        assertEquals(
                "FF 68 03 03 68 01 01 0B 0D 16",
                HEX.formatHex(new PadFrame(1, 1, (byte) 0x0B).bytes()));
        assertEquals(
                "FF 68 03 03 68 01 02 05 08 16",
                HEX.formatHex(new PadFrame(1, 2, (byte) 0x05).bytes()));
    }

    @Test
    void of_a_long_number_the_last_digits_are_shown_and_of_many_waiting_999() {
        assertEquals(
                "FF 68 08 08 68 01 02 09 09 09 02 03 04 27 16",
                shown(1, new Caller.Counter(Optional.of("B1234"), false, 1_000)));
    }

    @Test
    void the_keys_of_the_staff_ask_what_their_labels_say() throws Exception {
        try (StaffPart part = new StaffPart(line, 1, keys)) {
            assertTrue(pads.press(1, 0x01, 0x0C));
            assertEquals("next", key());
            assertTrue(pads.press(1, 0x01, 0x0D));
            assertEquals("recall", key());
            assertTrue(pads.press(1, 0x01, 0x06, 0x0F));
            assertEquals("no-show", key());
            assertTrue(pads.press(1, 0x01, 0x00, 0x0F));
            assertEquals("hold", key());
            assertTrue(pads.press(1, 0x01, 0x12));
            assertEquals("pause", key());
            assertTrue(pads.press(1, 0x01, 0x11)); // the one-metre line: nothing of the hall's
            assertTrue(pads.press(2, 0x01, 0x0C)); // another pad
            part.check();
            assertEquals(0, pressed.size());
            assertEquals(0, pads.wrong());
        }
    }

    @Test
    void a_key_is_beeped_when_the_hall_was_asked() throws Exception {
        try (StaffPart part = new StaffPart(line, 1, keys)) {
            assertTrue(pads.press(1, 0x01, 0x0C));
            eventually(() -> pads.heard().contains("FF6802026801030416"));
            part.check();
        }
    }

    @Test
    void a_key_whose_echo_got_lost_counts_once() throws Exception {
        try (StaffPart part = new StaffPart(line, 1, keys)) {
            pads.losesEchoes(1);
            assertTrue(pads.press(1, 0x01, 0x0C));
            assertEquals("next", key());
            assertTrue(pads.press(1, 0x01, 0x0D));
            assertEquals("recall", key());
            part.check();
            assertEquals(0, pressed.size());
        }
    }

    @Test
    void rating_keys_are_levels_as_the_file_says() throws Exception {
        try (RatingPart four = new RatingPart(line, 1, LevelMap.of(LevelMap.FOUR_KEYS), keys);
                RatingPart five =
                        new RatingPart(
                                line,
                                2,
                                LevelMap.of(List.of("1=1", "2=2", "3=3", "4=4", "5=5")),
                                keys)) {
            for (int key = 0; key < 4; key++) {
                assertTrue(pads.press(1, 0x11, key));
                assertEquals(String.valueOf(5 - key), key());
            }
            for (int key = 1; key <= 5; key++) {
                assertTrue(pads.press(2, 0x11, key));
                assertEquals(String.valueOf(key), key());
            }
            assertTrue(pads.press(1, 0x11, 7)); // no such key
            four.check();
            five.check();
            assertEquals(0, pressed.size());
        }
    }

    @Test
    void a_rating_is_asked_for_and_thanked() throws Exception {
        try (RatingPart part = new RatingPart(line, 1, LevelMap.of(LevelMap.FOUR_KEYS), keys)) {
            part.light();
            eventually(() -> pads.heard().equals(List.of("FF6803036801010B0D16")));
            assertTrue(pads.press(1, 0x01, 0x0B)); // the staff asks once more
            eventually(() -> pads.heard().size() == 2);
            part.thank();
            eventually(() -> pads.heard().getLast().equals("FF680303680102050816"));
        }
    }

    @Test
    void a_pad_that_was_without_power_is_told_again() throws Exception {
        String shown = HEX.formatHex(StaffPart.digits(1, TICKET_34).bytes()).replace(" ", "");
        try (StaffPart part = new StaffPart(line, 1, keys)) {
            part.show(TICKET_34);
            eventually(() -> pads.heard().equals(List.of(shown)));
            part.check();
            eventually(() -> pads.heard().equals(List.of(shown, shown)));
        }
    }

    @Test
    void a_lost_line_is_a_fault_until_it_is_back() throws Exception {
        try (StaffPart part = new StaffPart(line, 1, keys)) {
            part.check();
            pads.hangUp();
            eventually(
                    () -> {
                        try {
                            part.check();
                            return false;
                        } catch (DeviceFault fault) {
                            return fault.kind() == DeviceFault.Kind.NO_ANSWER;
                        }
                    });
            pads.awaitLine();
            eventually(
                    () -> {
                        try {
                            part.check();
                            return true;
                        } catch (DeviceFault fault) {
                            return false;
                        }
                    });
            assertTrue(pads.press(1, 0x01, 0x0C));
            assertEquals("next", key());
        }
    }

    @Test
    void damaged_frames_are_dropped_and_the_next_is_heard() throws Exception {
        try (StaffPart part = new StaffPart(line, 1, keys)) {
            pads.write("FF6803036801010C0F16"); // a wrong sum
            pads.write("FF6803046801010C0E16"); // two lengths
            pads.write("FF68FF6803036801010C0E17"); // a wrong end
            pads.write("FF68"); // torn, and at once a whole one
            assertTrue(pads.press(1, 0x01, 0x0D));
            assertEquals("recall", key());
            part.check();
            assertEquals(0, pressed.size());
        }
    }

    /** A false start takes bytes of two frames for its own; both are found in them. */
    @Test
    void two_frames_behind_a_false_start_are_both_heard() {
        PadReader reader = new PadReader();
        List<PadFrame> found = new ArrayList<>();
        for (byte octet : HexFormat.of().parseHex("FF68080868" + "FF6802026801030416".repeat(2))) {
            reader.take(octet & 0xFF).ifPresent(found::add);
        }
        assertEquals(List.of(new PadFrame(1, 3), new PadFrame(1, 3)), found);
    }

    @Test
    void rubbish_breaks_nothing() {
        PadReader reader = new PadReader();
        Random random = new Random(7);
        int[] telling = {0xFF, 0x68, 3, 0x16};
        for (int i = 0; i < 2_000_000; i++) {
            var unused =
                    reader.take(
                            random.nextBoolean()
                                    ? telling[random.nextInt(telling.length)]
                                    : random.nextInt(256));
        }
        Optional<PadFrame> last = Optional.empty();
        for (int i = 0; i < 3; i++) { // what the rubbish began may swallow the first
            for (byte octet : new PadFrame(1, 1, (byte) 0x0C).bytes()) {
                last = reader.take(octet & 0xFF);
            }
        }
        assertEquals(new PadFrame(1, 1, (byte) 0x0C), last.orElseThrow());
    }

    /** The emulator must catch what a wrong driver would send. */
    @Test
    void the_emulator_refuses_a_bad_sum_and_a_bad_length() throws Exception {
        byte[] sum = new PadFrame(1, 3).bytes();
        sum[7] ^= 1;
        refused(sum);
        byte[] length = new PadFrame(1, 3).bytes();
        length[3]++;
        refused(length);
    }

    private static void refused(byte[] bytes) throws Exception {
        try (PadEmulator other = new PadEmulator();
                ByteChannel channel = new NetworkPort("127.0.0.1", other.port()).open()) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.write(ByteBuffer.wrap(new PadFrame(1, 3).bytes()));
            eventually(() -> !other.heard().isEmpty());
            assertEquals(1, other.heard().size());
            assertEquals(bytes.length, other.wrong());
        }
    }
}
