package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The frames of the specification, byte for byte: the same file that the firmware's tests run. */
class FrameVectorsTest {
    private static final Path FILE = Path.of("../display-firmware/vectors/frames.txt");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @TestFactory
    List<DynamicTest> every_line_holds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields =
                        Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
                String[] head = fields[0].split(" ");
                tests.add(DynamicTest.dynamicTest(fields[0], () -> check(head, fields)));
            }
        }
        assertTrue(tests.size() > 60, "the file of vectors is there and not empty");
        return tests;
    }

    private static void check(String[] head, String[] fields) {
        switch (head[0]) {
            case "frame" -> frame(fields);
            case "stream" -> stream(fields);
            case "crc16" -> assertEquals(Integer.parseInt(fields[1], 16), Crc16.of(bytes(head[1])));
            case "key" ->
                    assertEquals(Long.parseLong(fields[1], 16), UnitId.of(head[1]).searchKey());
            default -> throw new IllegalArgumentException("no such vector: " + head[0]);
        }
    }

    private static void frame(String[] fields) {
        byte[] head = HEX.parseHex(fields[1].replace(" ", ""));
        Frame frame = new Frame(head[0] & 0xFF, head[1] & 0xFF, head[2] & 0xFF, bytes(fields[2]));
        assertArrayEquals(bytes(fields[3]), frame.wire());
        FrameReader reader = new FrameReader();
        assertEquals(List.of(frame), read(reader, bytes(fields[3])));
        assertEquals(0, reader.crcErrors() + reader.framingErrors());
    }

    private static void stream(String[] fields) {
        FrameReader reader = new FrameReader();
        List<String> frames = read(reader, bytes(fields[1])).stream().map(Frame::toString).toList();
        assertEquals(fields[2].equals("-") ? List.of() : List.of(fields[2].split(" ")), frames);
        assertEquals(fields[3], reader.crcErrors() + " " + reader.framingErrors());
    }

    private static List<Frame> read(FrameReader reader, byte[] wire) {
        List<Frame> frames = new ArrayList<>();
        for (byte each : wire) {
            reader.accept(each).ifPresent(frames::add);
        }
        return frames;
    }

    private static byte[] bytes(String hexadecimal) {
        return hexadecimal.equals("-") ? new byte[0] : HEX.parseHex(hexadecimal);
    }
}
