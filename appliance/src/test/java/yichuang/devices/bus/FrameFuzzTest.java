package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Frames that a bad line has been at. {@code main} takes the number of frames and a seed, for long
 * runs: {@code java … yichuang.devices.bus.FrameFuzzTest 10000000}.
 */
class FrameFuzzTest {
    private static final int FRAMES = 200_000;

    /** Of 65,536 damaged frames whose length is right, a CRC of 16 bits lets one through. */
    private static final double ODDS = 1.0 / 65_536;

    /** What came of a run. */
    record Run(long frames, long damaged, long accepted, long lost) {}

    @Test
    void no_frame_is_accepted_damaged_beyond_the_odds_of_its_crc() {
        check(run(FRAMES, 7));
    }

    @Test
    void whatever_comes_before_it_a_whole_frame_after_a_flag_is_heard() {
        SplittableRandom chance = new SplittableRandom(11);
        FrameReader reader = new FrameReader();
        Frame frame = new Frame(7, 1, 4, new byte[] {0, 0});
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[chance.nextInt(400)];
            chance.nextBytes(noise);
            for (byte each : noise) {
                reader.accept(each);
            }
            assertEquals(Optional.of(frame), last(reader, frame.wire()));
        }
    }

    private static void check(Run run) {
        long accepted = run.accepted();
        double most = 10 + 3 * run.damaged() * ODDS;
        assertTrue(accepted <= most, run::toString);
        assertEquals(0, run.lost(), "whole frames that were not heard");
    }

    static Run run(long frames, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        FrameReader reader = new FrameReader();
        long damaged = 0;
        long accepted = 0;
        long lost = 0;
        for (long i = 0; i < frames; i++) {
            byte[] payload = new byte[chance.nextInt(Frame.PAYLOAD_MAX + 1)];
            chance.nextBytes(payload);
            Frame sent =
                    new Frame(
                            chance.nextInt(256), chance.nextInt(256), chance.nextInt(256), payload);
            byte[] wire = sent.wire();
            byte[] heard = chance.nextInt(4) == 0 ? wire : damage(wire, chance);
            boolean whole = Arrays.equals(wire, heard);
            Optional<Frame> got = last(reader, heard);
            damaged += whole ? 0 : 1;
            accepted += !whole && got.isPresent() && !got.get().equals(sent) ? 1 : 0;
            lost += whole && !got.equals(Optional.of(sent)) ? 1 : 0;
            reader.accept((byte) Frame.FLAG);
        }
        return new Run(frames, damaged, accepted, lost);
    }

    private static Optional<Frame> last(FrameReader reader, byte[] wire) {
        Optional<Frame> last = Optional.empty();
        for (byte each : wire) {
            Optional<Frame> ended = reader.accept(each);
            last = ended.isPresent() ? ended : last;
        }
        return last;
    }

    /** Flips bits, drops, doubles, exchanges, cuts short, or is noise altogether. */
    private static byte[] damage(byte[] wire, SplittableRandom chance) {
        byte[] bytes = wire.clone();
        switch (chance.nextInt(6)) {
            case 0 -> {
                for (int i = chance.nextInt(4); i >= 0; i--) {
                    bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8));
                }
            }
            case 1 -> {
                int at = chance.nextInt(bytes.length);
                System.arraycopy(wire, at + 1, bytes, at, bytes.length - at - 1);
                bytes = Arrays.copyOf(bytes, bytes.length - 1);
            }
            case 2 -> {
                int at = chance.nextInt(bytes.length);
                bytes = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(wire, at, bytes, at + 1, wire.length - at);
            }
            case 3 -> {
                int at = chance.nextInt(bytes.length - 1);
                bytes[at] = wire[at + 1];
                bytes[at + 1] = wire[at];
            }
            case 4 -> bytes = Arrays.copyOf(bytes, chance.nextInt(bytes.length));
            default -> chance.nextBytes(bytes);
        }
        return bytes;
    }

    public static void main(String[] arguments) {
        Run run = run(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        System.out.println(run);
        check(run);
    }
}
