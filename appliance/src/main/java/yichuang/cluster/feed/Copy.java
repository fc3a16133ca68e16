package yichuang.cluster.feed;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import yichuang.log.LogState;
import yichuang.log.LogState.Condition;
import yichuang.log.LogThread;
import yichuang.log.LogUnavailable;
import yichuang.log.Machine;
import yichuang.log.Ordering;

/**
 * The hall on a node that keeps no log: a machine that follows what the voters have committed.
 *
 * <p>It fetches a state from a voter, then applies what the feed brings: each command once and in
 * order. What the feed loses it asks for; while the feed is silent it asks once a second, so it
 * works without Hazelcast too, only up to a second later. A state of a greater epoch replaces
 * everything, messages of a smaller one are void.
 *
 * <p>Until the first state is here the machine is empty and {@link #state} says {@code Starting}.
 */
public final class Copy implements Ordering, Consumer<FeedMessage> {
    private static final Logger JOURNAL = System.getLogger("yichuang.cluster");

    /** How often it looks after itself; so long may the feed be silent before it asks. */
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** How long a leader counts after it was last heard of. */
    static final Duration HEARD_MAX = Duration.ofSeconds(3);

    private record Seen(Condition condition, long index, FeedHead head, long headNanos) {}

    private final Machine machine;
    private final CopySource source;
    private final LongSupplier nanos;
    private final LogThread.Owned thread;
    private final Ahead ahead = new Ahead();
    private Optional<StateFetch> fetch = Optional.of(new StateFetch());
    private boolean asking;
    private boolean catchingUp;
    private long catchUpTo;
    private long epoch;
    private long feedNanos;
    private volatile Seen seen;
    private volatile boolean behind;

    private Copy(Machine machine, CopySource source, LongSupplier nanos) {
        this.machine = machine;
        this.source = source;
        this.nanos = nanos;
        thread = LogThread.own("copy");
        feedNanos = nanos.getAsLong() - HEARD_MAX.toNanos();
        seen =
                new Seen(
                        new Condition.Starting(),
                        0,
                        new FeedHead(0, 0, 0, Optional.empty()),
                        feedNanos);
    }

    /** {@return a copy that begins to fetch its state} */
    public static Copy open(Machine machine, CopySource source) {
        Copy copy = open(machine, source, System::nanoTime);
        copy.thread.execute(copy::lookAgainAndAgain);
        return copy;
    }

    /** {@return a copy that looks after itself only when {@link #look} is called} */
    static Copy open(Machine machine, CopySource source, LongSupplier nanos) {
        return new Copy(machine, source, nanos);
    }

    private void lookAgainAndAgain() {
        look();
        thread.schedule(this::lookAgainAndAgain, BETWEEN_LOOKS);
    }

    /** Asks for what is missing, and for anything when the feed has been silent. Copy's thread. */
    void look() {
        boolean silent = nanos.getAsLong() - feedNanos >= BETWEEN_LOOKS.toNanos();
        if (fetch.isPresent() || silent || lacksSomething()) {
            ask();
        }
    }

    /** Hears the feed; from any thread, never blocks. */
    @Override
    public void accept(FeedMessage message) {
        onThread(
                () -> {
                    feedNanos = nanos.getAsLong();
                    switch (message) {
                        case FeedMessage.Head head -> take(head.head());
                        case FeedMessage.Entry entry -> take(entry.entry());
                    }
                    settle();
                });
    }

    /** Hears the feed as it came over the link; what is none of it is dropped. */
    public void hear(byte[] message) {
        try {
            accept(FeedMessage.decode(message));
        } catch (IOException notOfTheFeed) {
            JOURNAL.log(Level.DEBUG, "not of the feed: {0}", notOfTheFeed.getMessage());
        }
    }

    private void take(FeedHead head) {
        boolean old = head.epoch() < epoch || older(head, seen.head);
        if (old || head.leader().isEmpty()) {
            return;
        }
        seen = new Seen(seen.condition, seen.index, head, nanos.getAsLong());
        if (head.epoch() > epoch) {
            fetchState();
        }
    }

    private static boolean older(FeedHead head, FeedHead known) {
        return head.epoch() == known.epoch() && head.term() < known.term();
    }

    private void take(FeedEntry entry) {
        if (entry.epoch() > epoch) {
            fetchState();
        } else if (entry.epoch() == epoch && entry.index() > seen.index) {
            ahead.add(entry);
        }
    }

    private void fetchState() {
        if (fetch.isEmpty()) {
            fetch = Optional.of(new StateFetch());
        }
    }

    /** Applies what can be applied, asks for what is missing, says where it stands. */
    private void settle() {
        if (seen.condition instanceof Condition.Starting) {
            ask();
            return;
        }
        for (Optional<FeedEntry> next = ahead.next(seen.index);
                next.isPresent() && !ended();
                next = ahead.next(seen.index)) {
            apply(next.get());
        }
        if (catchingUp && seen.index >= catchUpTo && !ended()) {
            catchingUp = false;
            machine.caughtUp(seen.index);
        }
        behind = lacksSomething();
        if (behind) {
            ask();
        }
    }

    private boolean lacksSomething() {
        return fetch.isPresent()
                || !ahead.isEmpty()
                || (seen.head.epoch() == epoch && seen.head.index() > seen.index);
    }

    private void apply(FeedEntry entry) {
        try {
            Object unused = machine.apply(entry.index(), entry.bytes());
            seen = new Seen(seen.condition, entry.index(), seen.head, seen.headNanos);
        } catch (RuntimeException bug) {
            stop("entry %d cannot be applied: %s".formatted(entry.index(), bug));
        }
    }

    private void stop(String detail) {
        JOURNAL.log(Level.ERROR, detail);
        become(new Condition.Stopped(detail, Instant.now()));
        ahead.clear();
    }

    private void ask() {
        if (asking || ended()) {
            return;
        }
        asking = true;
        FeedQuestion question =
                fetch.map(StateFetch::next)
                        .orElseGet(() -> new FeedQuestion.After(epoch, seen.index));
        source.ask(question.encode())
                .whenComplete((answer, failure) -> onThread(() -> answered(answer, failure)));
    }

    private void answered(byte[] bytes, Throwable failure) {
        asking = false;
        if (failure != null || ended()) {
            return; // The next look asks again, of another voter.
        }
        try {
            FeedAnswer answer = FeedAnswer.decode(bytes);
            if (answer.head().epoch() >= epoch && took(answer)) {
                settle();
            }
        } catch (IOException notAnAnswer) {
            JOURNAL.log(Level.WARNING, "a voter's answer: {0}", notAnAnswer.getMessage());
        }
    }

    /** {@return whether the answer brought this copy on, so that it may ask on at once} */
    private boolean took(FeedAnswer answer) {
        take(answer.head());
        return switch (answer) {
            case FeedAnswer.Entries entries -> {
                entries.entries().forEach(this::take);
                yield !entries.entries().isEmpty() || !lacksSomething();
            }
            case FeedAnswer.FetchState _ -> {
                fetchState();
                yield true;
            }
            case FeedAnswer.Piece piece -> {
                fetch.flatMap(state -> state.take(piece)).ifPresent(whole -> restore(piece, whole));
                yield fetch.isEmpty() || piece.bytes().length > 0;
            }
        };
    }

    private void restore(FeedAnswer.Piece piece, byte[] state) {
        fetch = Optional.empty();
        boolean fresh = seen.condition instanceof Condition.Starting;
        if (!fresh && piece.head().epoch() == epoch && piece.index() < seen.index) {
            return; // That voter is further behind than this copy.
        }
        try {
            machine.restore(piece.index(), state);
        } catch (RuntimeException bug) {
            stop("the state of entry %d cannot be read: %s".formatted(piece.index(), bug));
            return;
        }
        epoch = piece.head().epoch();
        ahead.clear();
        seen = new Seen(new Condition.NoLeader(), piece.index(), seen.head, seen.headNanos);
        catchingUp = true;
        catchUpTo = piece.head().index();
    }

    private boolean ended() {
        return seen.condition instanceof Condition.Stopped
                || seen.condition instanceof Condition.Closed;
    }

    private void become(Condition condition) {
        seen = new Seen(condition, seen.index, seen.head, seen.headNanos);
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException closed) {
            return; // Nobody is left to hear it.
        }
    }

    /** {@return a failure: a copy proposes nothing; its detail names the leader} */
    @Override
    public CompletableFuture<Object> propose(byte[] command) {
        String why =
                state().condition() instanceof Condition.Following following
                        ? following.leader() + " leads"
                        : "nobody leads";
        return CompletableFuture.failedFuture(LogUnavailable.notLedHere(why));
    }

    @Override
    public LogThread thread() {
        return thread;
    }

    /**
     * {@return where the copy stands: {@code Following} while a leader was heard of within {@link
     * #HEARD_MAX}, else {@code NoLeader}; from any thread}
     *
     * <p>Its last index is the greatest that it heard of, its committed index what it has applied.
     */
    @Override
    public LogState state() {
        Seen now = seen;
        return new LogState(
                condition(now),
                Math.max(now.index, now.head.index()),
                now.index,
                (int) Math.min(Integer.MAX_VALUE, now.head.term()));
    }

    private Condition condition(Seen now) {
        boolean heard = nanos.getAsLong() - now.headNanos < HEARD_MAX.toNanos();
        return now.condition instanceof Condition.NoLeader && heard
                ? now.head.leader().<Condition>map(Condition.Following::new).orElse(now.condition)
                : now.condition;
    }

    /** {@return whether it knows of commands that it has not got; from any thread} */
    boolean isBehind() {
        return behind;
    }

    /** Does nothing: there is no disk. */
    @Override
    public void snapshotNow() {}

    /** Ends the copy and its thread; not to be called on it. */
    @Override
    public void close() {
        onThread(() -> become(new Condition.Closed()));
        thread.end();
    }
}
