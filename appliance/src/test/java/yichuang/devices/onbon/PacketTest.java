package yichuang.devices.onbon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The bytes on the line, and what either side makes of wrong ones. */
class PacketTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final byte[] PING = {1, (byte) 0xA2, 0, 0, 0};

    /** The manual's own example. */
    private static final String GOLDEN_PING =
            "A5 A5 A5 A5 A5 A5 A5 A5 FE FF 00 80 F0 00 FE FF 00 00 00 00 05 00 00 00 01 A2 00 00 00"
                    + " C6 86 5A";

    private static byte[] ping() {
        return new Packet(Packet.ANY, Packet.COMPUTER, PING).bytes(Packet.ANY);
    }

    @Test
    void the_ping_is_that_of_the_manual() {
        assertEquals(GOLDEN_PING, HEX.formatHex(ping()));
    }

    @Test
    void the_check_values_of_the_crc_are_met_by_both_sides() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertEquals(0xBB3D, Checksum.of(digits, digits.length));
        assertEquals(0xBB3D, OnbonEmulator.crc(digits, digits.length));
    }

    @Test
    void the_four_bytes_that_mean_something_are_escaped() {
        byte[] packet =
                new Packet(1, Packet.COMPUTER, HEX.parseHex("A5 A6 5A 5B")).bytes(Packet.ANY);
        assertEquals("A6 02 A6 01 5B 02 5B 01", HEX.formatHex(Arrays.copyOfRange(packet, 24, 32)));
    }

    private static Optional<Packet> read(byte[] bytes) {
        PacketReader reader = new PacketReader();
        Optional<Packet> found = Optional.empty();
        for (byte octet : bytes) {
            Optional<Packet> packet = reader.take(octet & 0xFF);
            found = packet.isPresent() ? packet : found;
        }
        return found;
    }

    @Property
    void what_is_packed_is_read_again(@ForAll byte[] data) {
        byte[] some = Arrays.copyOf(data, Math.min(data.length, 400));
        Packet packet = read(new Packet(7, Packet.COMPUTER, some).bytes(Packet.ANY)).orElseThrow();
        assertEquals(7, packet.to());
        assertEquals(Packet.COMPUTER, packet.from());
        assertArrayEquals(some, packet.data());
    }

    /** One bit, anywhere between the marks. */
    @Test
    void no_damaged_packet_is_read() {
        byte[] whole = ping();
        for (int bit = 8 * 8; bit < (whole.length - 1) * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), read(damaged), "bit " + bit);
        }
    }

    @Test
    void rubbish_is_read_as_nothing_and_breaks_nothing() {
        Random random = new Random(5);
        PacketReader reader = new PacketReader();
        int[] telling = {0xA5, 0xA6, 0x5A, 0x5B, 1, 2};
        for (int i = 0; i < 2_000_000; i++) {
            int octet =
                    random.nextBoolean()
                            ? telling[random.nextInt(telling.length)]
                            : random.nextInt(256);
            assertEquals(Optional.empty(), reader.take(octet));
        }
        Optional<Packet> last = Optional.empty();
        for (byte octet : ping()) {
            last = reader.take(octet & 0xFF);
        }
        assertArrayEquals(PING, last.orElseThrow().data());
    }

    /** The emulator must catch what a wrong driver would send. */
    @Test
    void the_emulator_refuses_a_bad_crc_and_drops_a_bad_escape_and_a_bad_length()
            throws IOException {
        try (OnbonEmulator screen = new OnbonEmulator(0x0154, 64, 16, 1);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), screen.port())) {
            socket.setSoTimeout(5_000);
            byte[] crc = ping();
            crc[crc.length - 2] ^= 1;
            assertEquals(new Outcome(5), said(socket, crc));

            byte[] escape = ping();
            escape[25] = (byte) 0xA6; // and then a 0
            byte[] length = ping();
            length[20] = 6;
            socket.getOutputStream().write(escape);
            socket.getOutputStream().write(length);
            assertEquals(new Outcome(0), said(socket, ping()));
            assertEquals(2, screen.dropped());
        }
    }

    private static Outcome said(Socket socket, byte[] packet) throws IOException {
        socket.getOutputStream().write(packet);
        PacketReader reader = new PacketReader();
        while (true) {
            Optional<Packet> answer = reader.take(socket.getInputStream().read());
            if (answer.isPresent()) {
                return Outcome.of(answer.get().data()).orElseThrow();
            }
        }
    }
}
