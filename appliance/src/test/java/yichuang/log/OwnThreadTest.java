package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The log's thread: one after the other, nobody forgotten. */
class OwnThreadTest {
    private static final long SECONDS_MAX = 20;
    private final OwnThread thread = new OwnThread("test");

    @AfterEach
    void end() {
        thread.end();
    }

    @Test
    void no_wake_up_is_lost_however_often_the_queue_runs_dry() throws Exception {
        for (int round = 0; round < 20_000; round++) {
            CountDownLatch ran = new CountDownLatch(1);
            thread.execute(ran::countDown);
            assertTrue(ran.await(SECONDS_MAX, TimeUnit.SECONDS), "round " + round);
        }
    }

    @Test
    void many_callers_are_all_served() throws Exception {
        int callers = 8;
        int tasks = 5_000;
        CountDownLatch ran = new CountDownLatch(callers * tasks);
        for (int caller = 0; caller < callers; caller++) {
            Thread unused =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int task = 0; task < tasks; task++) {
                                            thread.execute(ran::countDown);
                                        }
                                    });
        }
        assertTrue(ran.await(SECONDS_MAX, TimeUnit.SECONDS));
    }

    @Test
    void timers_run_on_it_the_earlier_one_first() {
        List<String> order = new ArrayList<>();
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        thread.schedule(
                () -> {
                    order.add("later");
                    last.complete(thread.isCurrent());
                },
                Duration.ofMillis(40));
        thread.schedule(() -> order.add("sooner"), Duration.ofMillis(10));
        thread.execute(() -> order.add("now"));
        assertTrue(last.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join());
        assertEquals(List.of("now", "sooner", "later"), order);
        assertFalse(thread.isCurrent());
    }

    @Test
    void a_task_that_throws_does_not_end_it() {
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        thread.execute(
                () -> {
                    throw new IllegalStateException("a bug, on purpose");
                });
        thread.execute(() -> after.complete(true));
        assertTrue(after.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join());
    }

    @Test
    void at_the_end_it_runs_what_it_has_and_takes_no_more() {
        List<Integer> ran = new ArrayList<>();
        for (int task = 0; task < 1_000; task++) {
            int number = task;
            thread.execute(() -> ran.add(number));
        }
        thread.end();
        assertEquals(1_000, ran.size());
        assertThrows(RejectedExecutionException.class, () -> thread.execute(() -> ran.add(-1)));
    }
}
