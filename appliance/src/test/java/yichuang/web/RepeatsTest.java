package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import yichuang.devices.Repair;
import yichuang.hall.RequestKey;
import yichuang.hall.TokenId;

/** A test whose answer got lost is asked for again, and done once. */
class RepeatsTest {
    private final Repeats repeats = new Repeats();
    private final AtomicInteger done = new AtomicInteger();

    private void ask(String scope, String key, String hash) {
        var unused =
                repeats.once(
                        new RequestKey(new TokenId(scope), key, hash),
                        () -> {
                            done.incrementAndGet();
                            return CompletableFuture.completedFuture(new Repair.Tested("b1"));
                        });
    }

    @Test
    void the_same_request_is_done_once() {
        ask("t1", "a", "1");
        ask("t1", "a", "1");
        assertEquals(1, done.get());
    }

    @Test
    void another_caller_or_key_is_another_request() {
        ask("t1", "a", "1");
        ask("t2", "a", "1");
        ask("t1", "b", "1");
        assertEquals(3, done.get());
    }

    @Test
    void another_request_under_the_same_key_is_refused() {
        ask("t1", "a", "1");
        assertThrows(ProblemFound.class, () -> ask("t1", "a", "2"));
        assertEquals(1, done.get());
    }

    @Test
    void the_oldest_is_forgotten_first() {
        for (int i = 0; i < 257; i++) {
            ask("t1", "key" + i, "1");
        }
        ask("t1", "key1", "1");
        assertEquals(257, done.get());
        ask("t1", "key0", "1");
        assertEquals(258, done.get());
    }
}
