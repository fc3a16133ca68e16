package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same key is the same request: answered the same, done once. */
class RequestKeyTest {
    private static final TokenId KIOSK = new TokenId("kiosk");
    private final Day day = Day.play("08:30  window 1 opens");
    private final Hall hall = day.hall();

    @Test
    void a_retry_is_told_the_same_and_takes_no_second_number() {
        Answer.Agreed first =
                assertInstanceOf(Answer.Agreed.class, take("t1", "k1", "h1", hall.at()));
        Answer.Repeated again =
                assertInstanceOf(Answer.Repeated.class, take("t2", "k1", "h1", hall.at()));
        assertEquals(first.receipt(), again.receipt());
        assertEquals(1, hall.tickets().size());
    }

    @Test
    void another_request_under_the_same_key_is_refused_and_another_caller_has_keys_of_their_own() {
        take("t1", "k1", "h1", hall.at());
        Answer.Refused refused =
                assertInstanceOf(Answer.Refused.class, take("t2", "k1", "other", hall.at()));
        assertInstanceOf(Refusal.KeyReused.class, refused.why());
        assertInstanceOf(
                Answer.Agreed.class,
                hall.apply(
                        entry("t3", new RequestKey(new TokenId("kiosk2"), "k1", "h1"), hall.at())));
    }

    @Test
    void a_full_memory_of_young_keys_says_busy_and_old_ones_make_room() {
        Instant now = hall.at();
        for (int i = 0; i < Memory.KEYS_MAX; i++) {
            hall.apply(entry("t" + i, new RequestKey(KIOSK, "k" + i, "h"), now));
        }
        Answer.Refused busy =
                assertInstanceOf(Answer.Refused.class, take("more", "more", "h", now));
        assertInstanceOf(Refusal.Busy.class, busy.why());
        Instant later = now.plus(Memory.KEPT).plusSeconds(1);
        assertInstanceOf(Answer.Agreed.class, take("more", "more", "h", later));
        assertInstanceOf(
                Answer.Repeated.class,
                take("again", "k9", "h", later),
                "younger than the first is kept");
    }

    private Answer take(String id, String key, String hash, Instant at) {
        return hall.apply(entry(id, new RequestKey(KIOSK, key, hash), at));
    }

    private static Entry entry(String id, RequestKey key, Instant at) {
        return new Entry(
                at,
                key.scope(),
                Optional.of(key),
                new Command.TakeTicket(
                        new TicketId(id),
                        List.of(Halls.SOCIAL),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        "zh",
                        Optional.empty(),
                        new Outlook(
                                3,
                                Optional.of(
                                        new Outlook.Wait(
                                                Duration.ofMinutes(5), Duration.ofMinutes(9))))));
    }
}
