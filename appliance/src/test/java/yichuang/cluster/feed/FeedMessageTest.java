package yichuang.cluster.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What travels is read as it was written; anything else is refused, and costs no memory. */
class FeedMessageTest {
    private static final FeedHead HEAD = new FeedHead(1, 7, 44, Optional.of("n1"));
    private static final FeedEntry ENTRY = new FeedEntry(1, 7, 41, 44, new byte[] {1, 2, 3});
    private static final FeedAnswer PIECE = new FeedAnswer.Piece(HEAD, 44, 9, 3, new byte[6]);

    @Test
    void an_entry_and_a_head_come_back_as_they_were() throws IOException {
        FeedEntry back =
                assertInstanceOf(FeedMessage.Entry.class, FeedMessage.decode(ENTRY.encode()))
                        .entry();
        assertEquals(44, back.index());
        assertEquals(41, back.after());
        assertArrayEquals(ENTRY.bytes(), back.bytes());
        assertEquals(new FeedMessage.Head(HEAD), FeedMessage.decode(HEAD.encode()));
        FeedHead nobody = new FeedHead(0, 0, 0, Optional.empty());
        assertEquals(new FeedMessage.Head(nobody), FeedMessage.decode(nobody.encode()));
    }

    @Test
    void questions_and_answers_come_back_as_they_were() throws IOException {
        for (FeedQuestion question :
                List.of(new FeedQuestion.After(1, 44), new FeedQuestion.Piece(44, 1 << 20))) {
            assertEquals(question, FeedQuestion.decode(question.encode()));
        }
        FeedAnswer entries = new FeedAnswer.Entries(HEAD, List.of(ENTRY, ENTRY));
        assertArrayEquals(entries.encode(), FeedAnswer.decode(entries.encode()).encode());
        assertArrayEquals(PIECE.encode(), FeedAnswer.decode(PIECE.encode()).encode());
        FeedAnswer fetch = new FeedAnswer.FetchState(HEAD);
        assertEquals(fetch, FeedAnswer.decode(fetch.encode()));
    }

    @Test
    void bytes_of_a_stranger_are_refused_and_nothing_else_is_thrown() {
        List<byte[]> forms =
                List.of(
                        ENTRY.encode(),
                        HEAD.encode(),
                        PIECE.encode(),
                        new FeedAnswer.Entries(HEAD, List.of(ENTRY)).encode(),
                        new FeedQuestion.After(1, 44).encode());
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = forms.get(round % forms.size()).clone();
            for (int harm = random.nextInt(4); harm >= 0; harm--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += refusals(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        assertTrue(refused > 40_000, refused + " refused");
    }

    private static int refusals(byte[] bytes) {
        return (reads(() -> FeedMessage.decode(bytes)) ? 0 : 1)
                + (reads(() -> FeedAnswer.decode(bytes)) ? 0 : 1)
                + (reads(() -> FeedQuestion.decode(bytes)) ? 0 : 1);
    }

    private interface Reader {
        Object read() throws IOException;
    }

    private static boolean reads(Reader reader) {
        try {
            return reader.read() != null;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void another_version_says_what_to_do() {
        byte[] bytes = ENTRY.encode();
        bytes[0] = 2;
        String why = assertThrows(IOException.class, () -> FeedMessage.decode(bytes)).getMessage();
        assertTrue(why.contains("same release"), why);
    }
}
