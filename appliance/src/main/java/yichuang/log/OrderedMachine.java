package yichuang.log;

import io.microraft.statemachine.StateMachine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * The machine as Raft sees it. MicroRaft goes on after an operation that threw, with a state that
 * may be half changed; this one takes nothing more after that, so neither a wrong state nor a
 * snapshot of it can get about.
 */
final class OrderedMachine implements StateMachine {
    private final Machine machine;
    private final LongConsumer applied;
    private final Consumer<String> broken;
    private final Runnable snapshotBegins;
    private final Runnable received;
    private Optional<LogDamaged> dead = Optional.empty();
    private boolean started;

    /**
     * @param applied told each index after it was applied
     * @param broken told the bug that ended the machine
     * @param snapshotBegins told before the machine is asked for its state
     * @param received told when a leader's snapshot has replaced the machine's state
     */
    OrderedMachine(
            Machine machine,
            LongConsumer applied,
            Consumer<String> broken,
            Runnable snapshotBegins,
            Runnable received) {
        this.received = received;
        this.machine = machine;
        this.applied = applied;
        this.broken = broken;
        this.snapshotBegins = snapshotBegins;
    }

    void restore(long index, byte[] state) {
        machine.restore(index, state);
    }

    /** Applies an entry that is known to be committed, outside of Raft. */
    void replay(StoredEntry entry) {
        if (entry.kind() == StoredEntry.Kind.COMMAND) {
            Object unused = runOperation(entry.index(), entry.body());
        }
    }

    /** From now on a snapshot comes from a leader, not from the own disk. */
    void started() {
        started = true;
    }

    @Override
    public Object runOperation(long index, Object operation) {
        requireLiving();
        if (operation instanceof Confirmation) {
            return operation;
        }
        if (!(operation instanceof byte[] command)) {
            applied.accept(index);
            return operation;
        }
        try {
            Object result = machine.apply(index, command);
            applied.accept(index);
            return result;
        } catch (Throwable bug) {
            die(LogDamaged.cannotApply(index, bug));
            throw bug;
        }
    }

    private void die(LogDamaged why) {
        dead = Optional.of(why);
        broken.accept(why.getMessage());
    }

    private void requireLiving() {
        if (dead.isPresent()) {
            throw new IllegalStateException("the machine has ended");
        }
    }

    /** Throws what ended the machine, if something did. */
    void requireSound() throws LogDamaged {
        if (dead.isPresent()) {
            throw dead.get();
        }
    }

    @Override
    public void takeSnapshot(long index, Consumer<Object> chunks) {
        requireLiving();
        snapshotBegins.run();
        try {
            SavedState.pieces(machine.snapshot()).forEach(chunks);
        } catch (Throwable bug) {
            die(LogDamaged.cannotSave(index, bug));
            throw bug;
        }
    }

    @Override
    public void installSnapshot(long index, List<Object> chunks) {
        if (!started) {
            return; // The store has rebuilt the machine already, see DurableStore.rebuild.
        }
        try {
            ByteArrayOutputStream state = new ByteArrayOutputStream();
            for (Object piece : chunks) {
                state.writeBytes(((SavedState) piece).read());
            }
            machine.restore(index, state.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        received.run();
        applied.accept(index);
    }

    @Override
    public Object getNewTermOperation() {
        return NewTerm.ENTRY;
    }
}
