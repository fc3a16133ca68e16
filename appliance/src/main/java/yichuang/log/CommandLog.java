package yichuang.log;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import yichuang.log.LogState.Cause;
import yichuang.log.LogState.Condition;
import yichuang.log.LogUnavailable.Outcome;
import yichuang.log.LogUnavailable.Reason;

/**
 * The one order of a hall's commands, durable before anybody hears of it.
 *
 * <p>{@link #propose} hands a command to the log's thread, Raft appends it, one write and one sync
 * make it and everything proposed meanwhile durable, and then the machine applies it and the
 * proposer gets the machine's result. Of several voters, a majority has it on disk by then. One
 * controller is a majority of one; the path is the same. Only the leader takes commands.
 *
 * <p>When the disk fails, commands are refused and reads on {@link #thread()} go on with the state
 * as it was, every command of which is durable. Once a test write syncs again, the log reads its
 * directory anew, rebuilds the machine and leads again by itself.
 */
public final class CommandLog implements Ordering {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    private final LogSettings settings;
    private final Machine machine;
    private final Surroundings world;
    private final LogThread thread;
    private final DirectoryLock lock;
    private final Admission admission;
    private final Healing healing;

    private final UnderWay underWay;
    private final Confirmations confirmations = new Confirmations(this);
    private final Membership membership;

    private byte[] initial = {};
    private volatile Optional<RaftLife> life = Optional.empty();
    private volatile Condition condition = new Condition.Starting();
    private volatile long committedIndex;

    private CommandLog(
            LogSettings settings, Machine machine, Surroundings world, DirectoryLock lock) {
        this.settings = settings;
        this.machine = machine;
        this.world = world;
        this.lock = lock;
        thread = world.thread();
        admission = new Admission(settings.limits());
        underWay = new UnderWay(admission, this::refusal);
        healing = new Healing(settings, world, this);
        membership = new Membership(this);
    }

    /**
     * Opens a directory's log: reads and mends it, brings the machine up, takes part.
     *
     * @param machine in its state before the first command
     * @return of a single voter, when it leads and its own first entry is durable; of several, when
     *     it can vote: {@link #state} and the listener tell the rest
     * @throws LogDamaged when the directory cannot be used; its message is for people
     * @throws IOException when the disk fails
     */
    public static CommandLog open(LogSettings settings, Machine machine) throws IOException {
        return open(settings, machine, Surroundings.real());
    }

    static CommandLog open(LogSettings settings, Machine machine, Surroundings world)
            throws IOException {
        try {
            DirectoryLock lock = DirectoryLock.take(settings.directory());
            try {
                LogListener heard = new Heard(settings.listener());
                CommandLog log = new CommandLog(settings.withListener(heard), machine, world, lock);
                log.begin();
                return log;
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            world.end();
            throw failure;
        }
    }

    private void begin() throws IOException {
        CompletableFuture<Void> begun =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                initial = machine.snapshot();
                                settings.wire().listen(new Arrivals(thread, () -> life));
                                live();
                                healing.begin();
                            } catch (IOException failure) {
                                throw new CompletionException(failure);
                            }
                        },
                        thread);
        try {
            begun.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof IOException known) {
                throw known;
            }
            throw failure;
        }
    }

    /** Begins a life from disk. A single voter leads when it returns, or has thrown. */
    void live() throws IOException {
        condition(new Condition.Starting());
        RaftLife next = RaftLife.begin(settings, world, machine, initial, watchers());
        life = Optional.of(next);
        if (next.alone() && !(next.condition() instanceof Condition.Leading)) {
            throw new IOException("elected nobody");
        }
        settle();
    }

    /** Takes over whether this node leads, and tells the machine when it has caught up. */
    private void settle() {
        if (life.isEmpty() || !alive() || !Standing.decides(condition)) {
            return;
        }
        Condition next = life.get().condition();
        if (!next.equals(condition)) {
            condition(next);
        }
        if (life.get().takeCaughtUp()) {
            machine.caughtUp(committedIndex);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>From any thread. Commands proposed on the log's thread are appended in the order of the
     * calls. What is chained to the future delays every other command, so hand on anything slow. A
     * refusal that needs no look at the log completes it at once, on the caller's thread.
     *
     * @param command not to be changed afterwards; at most {@link LogLimits#commandBytesMax} bytes
     */
    @Override
    public CompletableFuture<Object> propose(byte[] command) {
        if (command.length > settings.limits().commandBytesMax()) {
            throw new IllegalArgumentException(
                    "a command has at most %d bytes, not %d"
                            .formatted(settings.limits().commandBytesMax(), command.length));
        }
        if (!(condition instanceof Condition.Leading)) {
            return CompletableFuture.failedFuture(refusal(Outcome.NOT_WRITTEN));
        }
        if (!admission.enter(command)) {
            return CompletableFuture.failedFuture(
                    new LogUnavailable(
                            Reason.BUSY,
                            Outcome.NOT_WRITTEN,
                            "%d commands wait for the disk"
                                    .formatted(settings.limits().pendingMax())));
        }
        Proposal proposal = new Proposal(this, command);
        try {
            thread.execute(proposal);
        } catch (RejectedExecutionException closed) {
            admission.leave(command);
            return CompletableFuture.failedFuture(refusal(Outcome.NOT_WRITTEN));
        }
        return proposal;
    }

    void append(Proposal proposal) {
        if (!(condition instanceof Condition.Leading) || life.isEmpty()) {
            admission.leave(proposal.command());
            proposal.completeExceptionally(refusal(Outcome.NOT_WRITTEN));
            return;
        }
        underWay.handOver(proposal, life.get());
    }

    private LogUnavailable refusal(Outcome outcome) {
        return LogUnavailable.in(condition, outcome);
    }

    private void applied(long index) {
        committedIndex = Math.max(committedIndex, index);
    }

    private RaftLife.Watchers watchers() {
        return new RaftLife.Watchers(
                this::applied,
                this::machineBroken,
                this::diskFailed,
                this::contradicted,
                () -> thread.execute(this::settle));
    }

    private void machineBroken(String detail) {
        condition(new Condition.Stopped(detail, world.time().instant()));
        thread.execute(this::endLife);
        thread.execute(this::readAgain);
    }

    /** Brings the machine back to the last command that it applied, by reading alone. */
    void readAgain() {
        Recovery.readAgain(settings.directory(), machine, initial, committedIndex);
    }

    private void diskFailed(Exception failure) {
        if (Standing.decides(condition)) {
            readOnly(Cause.DISK_FAILED, failure.toString());
        }
        thread.execute(this::endLife);
    }

    void readOnly(Cause cause, String detail) {
        condition(new Condition.ReadOnly(cause, detail, world.time().instant()));
    }

    /** There is room on the disk again. */
    void takePartAgain() {
        condition = new Condition.Starting(); // Nobody is told of it: settle says what follows.
        settle();
    }

    /** Ends the present life and fails what was under way; Raft's own stack is unwound by now. */
    private void endLife() {
        end(RaftLife::end);
    }

    /** A leader has proved that entries of this node never became valid. */
    private void contradicted(long from) {
        beginAnew(ended -> ended.endWithout(from));
    }

    /** Raft waits for a leader that is gone, and would for ever. */
    void endIfForsaken() {
        if (life.filter(RaftLife::isForsaken).isPresent()) {
            beginAnew(RaftLife::end);
        }
    }

    private void beginAnew(Ending how) {
        end(how);
        healing.liveAgain();
    }

    /** How a life is ended. */
    private interface Ending {
        void of(RaftLife life) throws IOException;
    }

    private void end(Ending how) {
        underWay.refuseAll();
        confirmations.refuseAll();
        Optional<RaftLife> ended = life;
        life = Optional.empty();
        try {
            if (ended.isPresent()) {
                how.of(ended.get());
            }
        } catch (IOException alsoFailed) {
            JOURNAL.log(Level.WARNING, "closing the failed log", alsoFailed);
        }
    }

    private void condition(Condition next) {
        condition = next;
        settings.listener().conditionChanged(next);
    }

    Condition condition() {
        return condition;
    }

    /** {@return whether there is a life whose disk has not failed; from any thread} */
    boolean alive() {
        return life.filter(RaftLife::sound).isPresent();
    }

    /** {@return the thread on which the machine may be read and decisions are made} */
    @Override
    public LogThread thread() {
        return thread;
    }

    /** {@return who takes part in this log, and the acts that change it} */
    public Membership membership() {
        return membership;
    }

    @Override
    public CompletableFuture<Void> confirm(Duration atMost) {
        if (settings.voters().size() == 1 && membership.voters().size() <= 1) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> asking = new CompletableFuture<>();
        thread.execute(() -> confirmations.ask(asking, atMost));
        return asking;
    }

    /** {@return the present life, if this node leads; on the log's thread} */
    RaftLife leading() {
        if (!state().leading() || life.isEmpty()) {
            throw refusal(Outcome.NOT_WRITTEN);
        }
        return life.get();
    }

    Optional<RaftLife> life() {
        return life;
    }

    /** {@return where the log stands just now; from any thread} */
    @Override
    public LogState state() {
        Optional<RaftLife> now = life;
        long committed = committedIndex;
        return new LogState(
                condition,
                Math.max(committed, now.map(RaftLife::lastIndex).orElse(0L)),
                committed,
                now.map(RaftLife::term).orElse(0));
    }

    /**
     * Takes a snapshot now and begins a new segment. From another thread it returns when the
     * snapshot is durable; on the log's thread it is done as the next task.
     *
     * @throws LogUnavailable when nothing can be written
     */
    @Override
    public void snapshotNow() {
        CompletableFuture<Void> taken =
                CompletableFuture.runAsync(
                        () ->
                                life.orElseThrow(() -> refusal(Outcome.NOT_WRITTEN))
                                        .takeSnapshot()
                                        .join(),
                        thread);
        if (!thread.isCurrent()) {
            try {
                taken.join();
            } catch (CompletionException failure) {
                throw refusal(Outcome.UNKNOWN);
            }
        }
    }

    /**
     * Lets what is under way finish, closes the files and ends the thread. Not to be called on the
     * log's thread.
     */
    @Override
    public void close() {
        if (condition instanceof Condition.Closed) {
            return;
        }
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // Twice around the queue: the batch that is under way is flushed in between.
        thread.execute(
                () ->
                        thread.execute(
                                () -> {
                                    closeNow();
                                    closed.complete(null);
                                }));
        closed.join();
        world.end();
    }

    private void closeNow() {
        settings.wire().listen((from, message) -> {});
        condition(new Condition.Closed());
        endLife();
        try {
            lock.close();
        } catch (IOException harmless) {
            JOURNAL.log(Level.WARNING, "closing the lock", harmless);
        }
    }
}
