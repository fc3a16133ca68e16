package yichuang.cluster.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.log.LogState.Condition;
import yichuang.log.LogUnavailable;

/** A satellite's hall is the voters' hall: each command once, in order, whatever the feed does. */
class CopyTest {
    private static final byte[] TAKE = {1};
    private final AtomicLong nanos = new AtomicLong();
    private final Counted machine = new Counted();
    private Voter voter = new Voter(0, new Counted());
    private final Copy copy = Copy.open(machine, question -> voter.ask(question), nanos::get);

    @AfterEach
    void leave() {
        copy.close();
        voter.close();
    }

    private void look() {
        CompletableFuture.runAsync(copy::look, copy.thread()).join();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void hears(FeedEntry entry) {
        copy.accept(new FeedMessage.Entry(entry));
    }

    private void hearsHead() {
        copy.accept(new FeedMessage.Head(voter.recent.head()));
    }

    private void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come to be: " + copy.state());
            Thread.onSpinWait();
        }
    }

    private void untilSame() {
        until(() -> machine.commands().equals(voter.machine.commands()) && !behind());
    }

    private boolean behind() {
        return copy.isBehind();
    }

    private void begin() {
        look();
        until(() -> !(copy.state().condition() instanceof Condition.Starting));
    }

    @Test
    void it_fetches_the_state_and_follows_the_feed() {
        voter.commit("a");
        voter.commit("b");
        begin();
        untilSame();
        assertEquals(List.of(copy.state().committedIndex()), machine.caughtUp());
        int asked = voter.asked();
        hears(voter.commit("c"));
        hears(voter.commit("d"));
        hearsHead();
        untilSame();
        look();
        assertEquals(asked, voter.asked(), "who hears the feed asks nothing");
        assertEquals(new Condition.Following("n1"), copy.state().condition());
    }

    @Test
    void what_the_feed_loses_doubles_and_disorders_is_applied_once_and_in_order() {
        begin();
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            List<FeedEntry> told = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                FeedEntry entry = voter.commit("c" + round + "." + i);
                for (int times = random.nextInt(3); times > 0; times--) {
                    told.add(entry);
                }
            }
            Collections.shuffle(told, random);
            told.forEach(this::hears);
        }
        hearsHead();
        untilSame();
        assertEquals(1, machine.restored(), "the gaps were filled by entries");
    }

    @Test
    void with_a_silent_feed_it_asks_once_a_second() {
        begin();
        for (int i = 0; i < 5; i++) {
            voter.commit("c" + i);
            pass(Copy.BETWEEN_LOOKS);
            look();
            untilSame();
            assertInstanceOf(Condition.Following.class, copy.state().condition());
        }
        assertEquals(1, machine.restored());
    }

    @Test
    void a_gap_older_than_the_voter_remembers_is_filled_by_the_state() {
        begin();
        voter.commit("a");
        voter.recent.restored(voter.recent.head().index());
        hears(voter.commit("b"));
        untilSame();
        assertEquals(2, machine.restored());
    }

    @Test
    void a_large_state_comes_in_pieces() {
        voter.close();
        voter = new Voter(0, Counted.padded(5 * FeedQuestion.ANSWER_BYTES_MAX / 2));
        voter.commit("a");
        begin();
        untilSame();
        assertEquals(1, machine.restored());
        assertTrue(voter.asked() >= 3);
    }

    @Test
    void while_no_voter_answers_it_keeps_what_it_has_and_catches_up_later() {
        begin();
        voter.leave();
        voter.commit("a");
        hearsHead();
        until(this::behind);
        pass(Copy.HEARD_MAX);
        assertInstanceOf(Condition.NoLeader.class, copy.state().condition());
        voter.comeBack();
        look();
        untilSame();
        assertInstanceOf(Condition.Following.class, copy.state().condition());
    }

    @Test
    void a_new_epoch_replaces_everything_and_the_old_one_is_void() {
        voter.commit("a");
        begin();
        untilSame();
        try (Voter old = voter) {
            voter = new Voter(1, new Counted());
            hears(voter.commit("other"));
            untilSame();
            hears(old.commit("late"));
            copy.accept(new FeedMessage.Head(old.recent.head()));
            hears(voter.commit("more"));
            untilSame();
            assertEquals(2, machine.restored());
        }
    }

    @Test
    void an_old_leader_s_head_does_not_say_who_leads() {
        begin();
        until(() -> copy.state().condition() instanceof Condition.Following);
        voter.recent.leader(Optional.of("n2"), 4);
        hearsHead();
        until(() -> copy.state().condition().equals(new Condition.Following("n2")));
        copy.accept(new FeedMessage.Head(new FeedHead(0, 1, 99, Optional.of("n1"))));
        hears(voter.commit("a"));
        untilSame();
        assertEquals(new Condition.Following("n2"), copy.state().condition());
    }

    @Test
    void it_proposes_nothing_and_says_who_leads() {
        begin();
        until(() -> copy.state().condition() instanceof Condition.Following);
        CompletionException why =
                assertThrows(CompletionException.class, () -> copy.propose(TAKE).join());
        LogUnavailable refusal = assertInstanceOf(LogUnavailable.class, why.getCause());
        assertEquals(LogUnavailable.Reason.NO_LEADER, refusal.reason());
        assertEquals(LogUnavailable.Outcome.NOT_WRITTEN, refusal.outcome());
        assertEquals("n1 leads", refusal.getMessage());
    }

    @Test
    void a_command_that_it_cannot_apply_ends_it_and_reads_go_on() {
        voter.commit("a");
        begin();
        untilSame();
        FeedEntry next = voter.commit("b");
        hears(new FeedEntry(0, 1, next.after(), next.index(), new byte[] {'b', 'u', 'g'}));
        until(() -> copy.state().condition() instanceof Condition.Stopped);
        assertEquals(1, machine.commands().size());
    }

    @Test
    void many_satellites_that_start_together_share_one_state() {
        voter.commit("a");
        FeedDesk desk = new FeedDesk(voter.thread, voter.machine, voter.recent);
        byte[] question = new FeedQuestion.Piece(0, 0).encode();
        byte[] first = desk.answer(question).join();
        voter.commit("b");
        byte[] second = desk.answer(question).join();
        assertEquals(first.length, second.length);
    }
}
