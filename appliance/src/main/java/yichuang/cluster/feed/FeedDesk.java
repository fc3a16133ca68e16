package yichuang.cluster.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import yichuang.log.LogThread;
import yichuang.log.Machine;

/**
 * Answers what satellites ask a voter: what came after a command, or the state.
 *
 * <p>A state is taken once and cut into pieces of 1 MiB. It is kept for {@link #KEPT_NANOS} after
 * the last question and given to all who ask meanwhile, as long as {@link Recent} reaches back to
 * it: thirty satellites that start together cost the log's thread one pause, not thirty.
 */
public final class FeedDesk {
    static final long KEPT_NANOS = 10_000_000_000L;

    @SuppressWarnings("ArrayRecordComponent")
    private record State(long index, byte[] bytes) {}

    private final LogThread thread;
    private final Machine machine;
    private final Recent recent;
    private Optional<State> kept = Optional.empty();
    private long askedNanos;

    /**
     * @param thread of the log
     * @param machine the voter's
     */
    public FeedDesk(LogThread thread, Machine machine, Recent recent) {
        this.thread = thread;
        this.machine = machine;
        this.recent = recent;
    }

    /**
     * {@return the answer to a question of {@link Copy}; fails with what is wrong with it}
     *
     * <p>From any thread.
     */
    public CompletableFuture<byte[]> answer(byte[] question) {
        try {
            return switch (FeedQuestion.decode(question)) {
                case FeedQuestion.After after ->
                        CompletableFuture.completedFuture(
                                recent.after(
                                                after.epoch(),
                                                after.index(),
                                                FeedQuestion.ANSWER_BYTES_MAX)
                                        .encode());
                case FeedQuestion.Piece piece ->
                        CompletableFuture.supplyAsync(() -> cut(piece).encode(), thread);
            };
        } catch (IOException | RejectedExecutionException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private FeedAnswer cut(FeedQuestion.Piece piece) {
        State state =
                kept.filter(old -> goesOn(piece, old) || recent.covers(old.index))
                        .orElseGet(() -> new State(recent.head().index(), machine.snapshot()));
        if (kept.isEmpty()) {
            thread.schedule(this::forget, Duration.ofNanos(KEPT_NANOS));
        }
        kept = Optional.of(state);
        askedNanos = System.nanoTime();
        int offset = goesOn(piece, state) ? (int) piece.offset() : 0;
        int end = Math.min(state.bytes.length, offset + FeedQuestion.ANSWER_BYTES_MAX);
        return new FeedAnswer.Piece(
                recent.head(),
                state.index,
                state.bytes.length,
                offset,
                Arrays.copyOfRange(state.bytes, offset, end));
    }

    /** {@return whether the asker has the beginning of this very state} */
    private static boolean goesOn(FeedQuestion.Piece piece, State state) {
        return piece.offset() > 0
                && piece.offset() < state.bytes.length
                && piece.index() == state.index;
    }

    private void forget() {
        long left = KEPT_NANOS - (System.nanoTime() - askedNanos);
        if (left > 0) {
            thread.schedule(this::forget, Duration.ofNanos(left));
        } else {
            kept = Optional.empty();
        }
    }
}
