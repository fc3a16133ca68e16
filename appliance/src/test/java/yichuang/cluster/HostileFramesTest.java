package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be a frame ends the connection it came on, and nothing else. */
class HostileFramesTest {
    @TempDir Path dir;
    private Nodes nodes;
    private Link one;
    private Link two;

    @BeforeEach
    void found() throws IOException {
        nodes = new Nodes(dir);
        one = nodes.start("n1");
        two = nodes.start("n2");
        one.onRequest((_, request) -> Future.succeededFuture(request));
        nodes.introduce();
    }

    @AfterEach
    void leave() {
        nodes.close();
    }

    private static byte[] frame(int length, int kind, byte[] payload) {
        return Buffer.buffer()
                .appendInt(length)
                .appendByte((byte) kind)
                .appendBytes(payload)
                .getBytes();
    }

    private void hangsUpOn(byte[] bytes) throws IOException {
        Instant since = Nodes.only(two).since();
        NodeIdentity third = nodes.identity("n3", Instant.now());
        try (Stranger stranger = Stranger.as(third, Nodes.at(one))) {
            stranger.say(bytes);
            assertTrue(stranger.hungUp());
        }
        byte[] asked = {1, 2, 3};
        assertArrayEquals(asked, Nodes.await(two.request("n1", asked, Duration.ofSeconds(8))));
        assertEquals(since, Nodes.only(two).since(), "the others stay connected");
    }

    @Test
    void a_frame_longer_than_the_bound_is_hung_up_on_before_it_is_read() throws IOException {
        hangsUpOn(frame(Nodes.QUICK.frameBytesMax() + 1, 1, new byte[0]));
        hangsUpOn(frame(Integer.MAX_VALUE, 1, new byte[0]));
    }

    @Test
    void a_frame_of_no_length_or_a_negative_one_is_hung_up_on() throws IOException {
        hangsUpOn(frame(0, 1, new byte[0]));
        hangsUpOn(frame(-5, 1, new byte[0]));
    }

    @Test
    void a_frame_of_an_unknown_kind_or_in_the_wrong_direction_is_hung_up_on() throws IOException {
        hangsUpOn(frame(1, 99, new byte[0]));
        hangsUpOn(frame(9, 3, new byte[8])); // an answer that nobody asked for
        hangsUpOn(frame(1, 6, new byte[0])); // joining with a certificate
    }

    @Test
    void a_node_of_another_version_is_hung_up_on() throws IOException {
        hangsUpOn(frame(2, 4, new byte[] {2}));
    }

    @Test
    void the_bytes_on_the_wire_stay_what_they_are() {
        HexFormat hex = HexFormat.of();
        assertEquals("000000020401", hex.formatHex(Frame.ping().getBytes()));
        assertEquals(
                "00000003010708",
                hex.formatHex(Frame.of(Frame.Kind.RAFT, new byte[] {7, 8}).getBytes()));
        assertEquals(
                "0000000a02000000000000000509",
                hex.formatHex(Frame.of(Frame.Kind.REQUEST, 5, new byte[] {9}).getBytes()));
        assertEquals(
                "0000000a03000000000000000509",
                hex.formatHex(Frame.of(Frame.Kind.ANSWER, 5, new byte[] {9}).getBytes()));
    }

    @Test
    void a_request_without_its_number_is_hung_up_on() throws IOException {
        hangsUpOn(frame(4, 2, new byte[3]));
    }

    @Test
    void what_is_no_frame_at_all_is_hung_up_on() throws IOException {
        hangsUpOn(
                "GET / HTTP/1.1\r\nHost: hall\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void bytes_come_out_as_the_frames_that_went_in_however_they_are_cut() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Buffer all = Buffer.buffer();
            List<Buffer> said = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                byte[] payload = new byte[random.nextInt(40)];
                random.nextBytes(payload);
                said.add(Buffer.buffer(payload));
                all.appendBuffer(Frame.of(Frame.Kind.RAFT, payload));
            }
            List<Buffer> heard = new ArrayList<>();
            FrameReader reader =
                    new FrameReader(
                            64,
                            frame -> heard.add(frame.payload()),
                            why -> {
                                throw new AssertionError(why);
                            });
            for (int at = 0; at < all.length(); ) {
                int end = Math.min(all.length(), at + 1 + random.nextInt(20));
                reader.handle(all.getBuffer(at, end));
                at = end;
            }
            assertEquals(said, heard);
        }
    }

    @Test
    void garbage_ends_the_reader_once_and_nothing_is_heard_after() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] garbage = new byte[1 + random.nextInt(200)];
            random.nextBytes(garbage);
            List<String> ends = new ArrayList<>();
            FrameReader reader = new FrameReader(64, _ -> {}, ends::add);
            reader.handle(Buffer.buffer(garbage));
            int before = ends.size();
            reader.handle(Buffer.buffer(garbage));
            assertTrue(ends.size() <= 1 && before <= 1, () -> ends.toString());
        }
    }
}
