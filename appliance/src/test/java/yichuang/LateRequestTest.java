package yichuang;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.cluster.Errand;
import yichuang.cluster.RequestFailed;
import yichuang.cluster.Stamp;
import yichuang.cluster.StampedAnswer;

/**
 * The network may keep a request for seconds. Whoever wanted it was told that it failed, asked
 * another node, heard no, and went on; then it must not be done.
 */
class LateRequestTest {
    private static final Errand.Ask FINISH = new Errand.Ask(Buffer.buffer("finish"));
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong askersClock = new AtomicLong(1_000);
    private final AtomicLong leadersClock = new AtomicLong(77_000_000_000L);
    private final AtomicLong term = new AtomicLong(4);
    private final List<String> done = new ArrayList<>();
    private Timeliness timeliness = new Timeliness(leadersClock::get, term::get);
    private Prospect prospect = Prospect.GOOD;
    private Optional<Promise<byte[]>> keeps = Optional.empty();
    private Errand kept;
    private int sent;
    private final AskingInTime asking =
            new AskingInTime(this::send, new Stamps(askersClock::get), node -> prospect, vertx);

    @AfterEach
    void close() {
        vertx.close().await();
    }

    private Future<byte[]> send(String node, Errand errand, Duration deadline) {
        sent++;
        kept = errand;
        return keeps.map(Promise::future).orElseGet(() -> Future.succeededFuture(arrives(errand)));
    }

    /** As it does at the leader. */
    private byte[] arrives(Errand errand) {
        try {
            Errand.InTime inTime = (Errand.InTime) Errand.decode(errand.encode());
            if (!timeliness.isInTime(inTime.stamp())) {
                return new StampedAnswer(timeliness.stamp(), Optional.empty()).encode();
            }
            done.add(((Errand.Ask) inTime.what()).command().toString());
            return new StampedAnswer(timeliness.stamp(), Optional.of(new byte[] {1})).encode();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void pass(Duration time) {
        askersClock.addAndGet(time.toNanos());
        leadersClock.addAndGet(time.toNanos());
    }

    private byte[] asked() throws Exception {
        return asking.ask("n1", FINISH, DEADLINE)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private void theNetworkKeepsEverything() {
        keeps = Optional.of(Promise.promise());
    }

    @Test
    void whoever_asks_first_is_given_a_stamp_and_is_answered() throws Exception {
        assertArrayEquals(new byte[] {1}, asked());
        assertEquals(2, sent);
        assertArrayEquals(new byte[] {1}, asked());
        assertEquals(3, sent, "the stamp is still good");
        pass(Duration.ofMinutes(5));
        assertArrayEquals(new byte[] {1}, asked(), "after a quiet time it takes a new one");
        assertEquals(List.of("finish", "finish", "finish"), done);
    }

    @Test
    void what_the_network_kept_is_not_done_after_its_asker_was_told() throws Exception {
        asked();
        theNetworkKeepsEverything();
        Future<byte[]> answer = asking.ask("n1", FINISH, DEADLINE);
        Errand late = kept;
        keeps.orElseThrow().fail(RequestFailed.unanswered("n1"));
        assertThrows(
                TimeoutException.class,
                () ->
                        answer.toCompletionStage()
                                .toCompletableFuture()
                                .get(400, TimeUnit.MILLISECONDS),
                "while it may be done, nobody is told that it failed");
        pass(Duration.ofMillis(1_501));
        assertTrue(RequestFailed.isUnknown(failure(answer)));
        done.clear();
        arrives(late);
        assertEquals(List.of(), done);
    }

    @Test
    void a_node_that_sees_no_leader_says_so_once_the_old_one_takes_nothing_more() throws Exception {
        asked();
        theNetworkKeepsEverything();
        prospect = Prospect.DIM;
        Future<byte[]> answer = asking.ask("n1", FINISH, DEADLINE);
        Errand late = kept;
        pass(Duration.ofMillis(1_501));
        assertTrue(RequestFailed.isUnknown(failure(answer)));
        done.clear();
        arrives(late);
        assertEquals(List.of(), done);
    }

    @Test
    void who_led_in_an_earlier_term_and_leads_again_does_nothing_of_then() throws Exception {
        asked();
        theNetworkKeepsEverything();
        prospect = Prospect.NONE;
        Future<byte[]> answer = asking.ask("n1", FINISH, DEADLINE);
        Errand late = kept;
        assertTrue(RequestFailed.isUnknown(failure(answer)), "the next leader is asked at once");
        term.addAndGet(2);
        done.clear();
        arrives(late);
        assertEquals(List.of(), done);
    }

    @Test
    void who_was_started_again_does_nothing_of_before() throws Exception {
        asked();
        Stamp before = ((Errand.InTime) kept).stamp();
        timeliness = new Timeliness(leadersClock::get, term::get);
        assertFalse(timeliness.isInTime(before));
    }

    @Test
    void a_link_that_takes_too_long_twice_did_nothing() throws Exception {
        asked();
        keeps = Optional.empty();
        AskingInTime slow =
                new AskingInTime(
                        (node, errand, deadline) -> {
                            pass(Duration.ofSeconds(2));
                            return Future.succeededFuture(arrives(errand));
                        },
                        new Stamps(askersClock::get),
                        node -> prospect,
                        vertx);
        done.clear();
        assertTrue(RequestFailed.isNotSent(failure(slow.ask("n1", FINISH, DEADLINE))));
        assertEquals(List.of(), done);
    }

    private static Throwable failure(Future<byte[]> answer) {
        return assertThrows(
                        CompletionException.class,
                        () -> answer.toCompletionStage().toCompletableFuture().join())
                .getCause();
    }
}
