package yichuang.cluster.feed;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import yichuang.log.LogThread;
import yichuang.log.Machine;

/**
 * A voter's machine that tells satellites what it applies, from the moment that there may be some.
 * A hall of one keeps nothing for them.
 */
public final class Telling implements Machine {
    private final Machine machine;
    private final LongSupplier term;
    private final Consumer<Supplier<byte[]>> told;
    private volatile Optional<Recent> recent = Optional.empty();
    private volatile Optional<FeedDesk> desk = Optional.empty();
    private long index;

    /**
     * @param term Raft's, just now
     * @param told gets each command's form in the feed, made only when asked for; called on the
     *     log's thread, must not wait
     */
    public Telling(Machine machine, LongSupplier term, Consumer<Supplier<byte[]>> told) {
        this.machine = machine;
        this.term = term;
        this.told = told;
    }

    /**
     * From now on satellites are told; on the log's thread, or before it runs.
     *
     * @param epoch the number of the log's
     */
    public void begin(LogThread thread, long epoch) {
        if (recent.isEmpty()) {
            Recent begun = new Recent(epoch);
            begun.restored(index);
            recent = Optional.of(begun);
            desk = Optional.of(new FeedDesk(thread, machine, begun));
        }
    }

    /** Once a second: who leads, by what this node knows. */
    public void pulse(Optional<String> leader, boolean leading) {
        recent.ifPresent(
                one -> {
                    one.leader(leader, term.getAsLong());
                    if (leading) {
                        told.accept(one.head()::encode);
                    }
                });
    }

    /** {@return the answer to a satellite's question} */
    public CompletableFuture<byte[]> answer(byte[] question) {
        return desk.map(open -> open.answer(question))
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IllegalStateException("nobody is told anything yet")));
    }

    @Override
    public Object apply(long at, byte[] command) {
        Object result = machine.apply(at, command);
        index = at;
        recent.ifPresent(one -> told.accept(one.add(term.getAsLong(), at, command)::encode));
        return result;
    }

    @Override
    public byte[] snapshot() {
        return machine.snapshot();
    }

    @Override
    public void restore(long at, byte[] snapshot) {
        machine.restore(at, snapshot);
        index = at;
        recent.ifPresent(one -> one.restored(at));
    }

    @Override
    public void caughtUp(long at) {
        machine.caughtUp(at);
    }
}
