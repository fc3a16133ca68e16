package yichuang.leader;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.Refusal;
import yichuang.log.Ordering;

/** The one way into the log; everything here happens on its thread. */
final class Proposals {
    private static final Answer BUSY = new Answer.Refused(new Refusal.Busy(0));

    /** As long as an election takes: by then it is known who leads. */
    private static final Duration CONFIRMED_AT_MOST = Duration.ofSeconds(3);

    private final HallClock clock;
    private final HallMachine machine;
    private final Ordering log;
    private final BooleanSupplier crowded;

    Proposals(HallClock clock, HallMachine machine, Ordering log, BooleanSupplier crowded) {
        this.clock = clock;
        this.machine = machine;
        this.log = log;
        this.crowded = crowded;
    }

    Hall hall() {
        return machine.hall();
    }

    /** Log time: never before what the hall has seen. */
    Instant time() {
        Instant now = clock.now();
        Instant last = machine.hall().at();
        return now.isAfter(last) ? now : last;
    }

    /**
     * An answer that rests on what the hall is now, not on a command, is given when it is certain
     * that no other node leads: else the hall may be old.
     */
    void confirmed(Runnable answer, Consumer<Throwable> failed) {
        var unused =
                log.confirm(CONFIRMED_AT_MOST)
                        .whenComplete(
                                (sure, failure) -> {
                                    if (failure == null) {
                                        answer.run();
                                    } else {
                                        failed.accept(failure);
                                    }
                                });
    }

    /** A refusal that the hall would give now costs no place in the log. */
    void propose(Entry entry, Consumer<Answer> answered, Consumer<Throwable> failed) {
        if (crowded.getAsBoolean()) {
            answered.accept(BUSY);
            return;
        }
        Answer now = machine.hall().check(entry);
        switch (now) {
            case Answer.Agreed agreed -> write(entry, answered, failed);
            case Answer.Repeated repeated -> answered.accept(repeated);
            case Answer.Refused refused -> confirmed(() -> answered.accept(refused), failed);
        }
    }

    /** For who has just seen the hall agree to it, on this thread. */
    void proposeAgreed(Entry entry, Consumer<Answer> answered, Consumer<Throwable> failed) {
        if (crowded.getAsBoolean()) {
            answered.accept(BUSY);
        } else {
            write(entry, answered, failed);
        }
    }

    private void write(Entry entry, Consumer<Answer> answered, Consumer<Throwable> failed) {
        var unused =
                log.propose(HallMachine.ENTRIES.encode(entry))
                        .whenComplete(
                                (result, failure) -> {
                                    if (failure != null) {
                                        failed.accept(failure);
                                    } else {
                                        answered.accept((Answer) result);
                                    }
                                });
    }

    /** Runs the work on the log's thread; what it throws fails the answer, and nothing else. */
    <T> CompletableFuture<T> onLogThread(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        log.thread()
                .execute(
                        () -> {
                            try {
                                work.accept(answer);
                            } catch (RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }
}
