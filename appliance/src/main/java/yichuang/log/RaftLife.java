package yichuang.log;

import io.microraft.MembershipChangeMode;
import io.microraft.Ordered;
import io.microraft.QueryPolicy;
import io.microraft.RaftConfig;
import io.microraft.RaftNode;
import io.microraft.executor.RaftNodeExecutor;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.InstallSnapshotRequest;
import io.microraft.model.message.RaftMessage;
import io.microraft.persistence.RestoredRaftState;
import io.microraft.report.RaftGroupMembers;
import io.microraft.report.RaftNodeReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import yichuang.log.LogState.Condition;

/**
 * One life of the Raft node, from a directory read to the first failure of its store. MicroRaft 0.7
 * survives a failed flush as a leader that never commits again, so a life is ended and a new one
 * begun from disk. Used on the log's thread only.
 */
final class RaftLife {
    /** Seconds; MicroRaft takes whole ones. */
    private static final int HEARTBEAT_SECONDS = 1;

    /** Looked at once a heartbeat, so a dead leader is missed after 2 to 3 s. */
    private static final int HEARTBEAT_TIMEOUT_SECONDS = 2;

    /** Until a vote that found no majority is held again. */
    private static final int ELECTION_MILLIS = 500;

    /**
     * A follower that has heard nothing for so long, and holds no election, never will: half a
     * second more than a dead leader is missed after.
     */
    private static final Duration FORSAKEN =
            Duration.ofSeconds(HEARTBEAT_TIMEOUT_SECONDS + HEARTBEAT_SECONDS).plusMillis(500);

    private static final int REPORT_SECONDS = 3_600;

    private final Wire wire;
    private final Clock clock;
    private Instant heardAt;
    private final DurableStore store;
    private final Tail tail;
    private final WatchedStore watched;
    private final OrderedMachine machine;
    private final RaftNode node;
    private final Watchers watchers;
    private final Standing standing = new Standing();

    /** Whom a life tells about itself. */
    record Watchers(
            LongConsumer applied,
            Consumer<String> machineBroken,
            Consumer<Exception> storeFailed,
            LongConsumer contradicted,
            Runnable changed) {}

    /** Reads the directory, brings the machine up and votes; throws when that cannot be done. */
    static RaftLife begin(
            LogSettings settings,
            Surroundings world,
            Machine machine,
            byte[] initial,
            Watchers watchers)
            throws IOException {
        DurableStore store = world.openStore(settings);
        RaftLife life;
        try {
            life = new RaftLife(settings, world, machine, store, watchers);
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
        try {
            life.start(initial);
            return life;
        } catch (IOException | RuntimeException failure) {
            life.end();
            throw failure;
        }
    }

    private RaftLife(
            LogSettings settings,
            Surroundings world,
            Machine commands,
            DurableStore store,
            Watchers watchers)
            throws IOException {
        this.store = store;
        this.watchers = watchers;
        wire = settings.wire();
        clock = world.raftClock();
        heardAt = clock.instant();
        Optional<RestoredRaftState> restored = store.restored();
        tail = new Tail(restored);
        watched = new WatchedStore(store, tail, settings.listener(), watchers.storeFailed());
        machine =
                new OrderedMachine(
                        commands,
                        this::applied,
                        watchers.machineBroken(),
                        watched::snapshotBegins,
                        standing::restored);
        int entries = restored.map(state -> state.getLogEntries().size()).orElse(0);
        RaftNode.RaftNodeBuilder builder =
                RaftNode.newBuilder()
                        .setGroupId(RaftMessages.GROUP)
                        .setConfig(config(settings.limits(), entries))
                        .setExecutor(new OnThread(world.thread()))
                        .setTransport(new WireTransport(settings.wire()))
                        .setStateMachine(machine)
                        .setStore(watched)
                        .setRandom(world.random())
                        .setClock(world.raftClock())
                        .setRaftNodeReportListener(this::reported);
        restored.ifPresentOrElse(
                builder::setRestoredState,
                () ->
                        builder.setLocalEndpoint(new NodeName(settings.node()))
                                .setInitialGroupMembers(List.copyOf(settings.voters())));
        node = builder.build();
    }

    /**
     * MicroRaft's memory of entries is sized by these figures, and entries beyond it are lost
     * without a word. After a fall-back to an older snapshot more entries than one snapshot
     * distance come back, so they count as pending; the log's own bound on proposers stands before.
     */
    private static RaftConfig config(LogLimits limits, int entriesRestored) {
        return RaftConfig.newBuilder()
                .setCommitCountToTakeSnapshot(limits.snapshotEvery())
                .setMaxPendingLogEntryCount(limits.pendingMax() + 1 + entriesRestored)
                .setLeaderHeartbeatPeriodSecs(HEARTBEAT_SECONDS)
                .setLeaderHeartbeatTimeoutSecs(HEARTBEAT_TIMEOUT_SECONDS)
                .setLeaderElectionTimeoutMillis(ELECTION_MILLIS)
                .setTransferSnapshotsFromFollowersEnabled(false)
                .setRaftNodeReportPublishPeriodSecs(REPORT_SECONDS)
                .build();
    }

    private void start(byte[] initial) throws IOException {
        try {
            applied(store.rebuild(machine, initial));
            // On the log's thread the start runs to its end before it returns; a single voter
            // leads and has its first entry durable and applied by then.
            node.start().join();
        } catch (RuntimeException failure) {
            machine.requireSound();
            requireDisk();
            throw new IOException("the log cannot be brought up", failure);
        }
        machine.requireSound();
        requireDisk();
        machine.started();
    }

    /** MicroRaft swallows a failed flush, and its start then looks like a good one. */
    private void requireDisk() throws IOException {
        if (watched.failure().isPresent()) {
            String why = watched.failure().get().getMessage();
            throw new IOException(
                    ("日志无法启动：磁盘写入失败（%s）。请腾出空间，或更换存储卡。%n"
                                    + "The log cannot start: the disk refused a write (%s)."
                                    + " Make room on it, or replace it.")
                            .formatted(why, why),
                    watched.failure().get());
        }
    }

    /** {@return whether the disk has not failed in this life} */
    boolean sound() {
        return watched.failure().isEmpty();
    }

    private void applied(long index) {
        watchers.applied().accept(index);
        if (standing.applied(index)) {
            watchers.changed().run();
        }
    }

    private void reported(RaftNodeReport report) {
        standing.reported(report);
        watchers.changed().run();
    }

    /** Gives Raft what another voter sent. */
    void handle(NodeName from, byte[] bytes) throws IOException {
        RaftMessage message = RaftMessages.decode(from, bytes);
        heardAt = fromALeader(message) ? clock.instant() : heardAt;
        if (message instanceof AppendEntriesRequest word
                && word.getTerm() >= term()
                && tail.isInVain(word.getPreviousLogIndex())) {
            answer(from, word);
        } else {
            node.handle(message);
        }
        if (message instanceof AppendEntriesRequest word && word.getTerm() == term()) {
            boolean first = standing.heard(word.getCommitIndex());
            if (first || standing.isBehind()) {
                lookHowFar();
            }
        }
    }

    /** A change of the members is committed like a command and never reaches the machine. */
    private void lookHowFar() {
        var unused =
                node.getReport()
                        .thenAccept(
                                report -> {
                                    standing.committed(
                                            report.getResult().getLog().getCommitIndex());
                                    watchers.changed().run();
                                });
    }

    private static boolean fromALeader(RaftMessage message) {
        return message instanceof AppendEntriesRequest || message instanceof InstallSnapshotRequest;
    }

    /**
     * {@return whether this node waits for a leader that is gone} MicroRaft 0.7 forgets to end a
     * pre-vote when the leader is heard again; after that it never begins another one, whoever
     * dies.
     */
    boolean isForsaken() {
        return standing.condition() instanceof Condition.Following
                && !clock.instant().isBefore(heardAt.plus(FORSAKEN));
    }

    /**
     * Raft hears that a leader is there, and nothing that it would refuse; what it should answer is
     * said for it. Entries that the leader has others for were never committed: they are cut, and
     * since Raft holds them in memory, a new life begins.
     */
    private void answer(NodeName from, AppendEntriesRequest word) throws IOException {
        VainWord vain = new VainWord(word);
        node.handle(vain.heartbeat());
        Tail.Compared compared = tail.compare(word.getLogEntries());
        if (word.getTerm() != term() || !sound()) {
            return;
        }
        if (compared.otherFrom().isPresent()) {
            watchers.contradicted().accept(compared.otherFrom().getAsLong());
        } else {
            NodeName self = (NodeName) node.getLocalEndpoint();
            wire.send(from, RaftMessages.encode(vain.sameUntil(compared.sameUntil(), self)));
        }
    }

    /** {@return what this node does for a proposer while its disk is sound} */
    Condition condition() {
        return standing.condition();
    }

    /** {@return whether the machine must be told that it has caught up; true once each time} */
    boolean takeCaughtUp() {
        return standing.takeCaughtUp();
    }

    /** {@return whether nobody else ever voted, so that a start ends as leader} */
    boolean alone() {
        return Set.copyOf(node.getInitialMembers().getMembers())
                        .equals(Set.of(node.getLocalEndpoint()))
                && node.getEffectiveMembers().getLogIndex() == 0;
    }

    int term() {
        return node.getTerm().getTerm();
    }

    long lastIndex() {
        return watched.lastIndex();
    }

    CompletableFuture<Ordered<Object>> replicate(byte[] command) {
        return node.replicate(command);
    }

    /** Orders a change of the members, unless another one came first. */
    CompletableFuture<Ordered<RaftGroupMembers>> change(NodeName who, MembershipChangeMode how) {
        return node.changeMembership(who, how, node.getCommittedMembers().getLogIndex());
    }

    CompletableFuture<Ordered<Object>> transferLeadership(NodeName to) {
        return node.transferLeadership(to);
    }

    /** {@return the members as of the last committed change; from any thread} */
    RaftGroupMembers members() {
        return node.getCommittedMembers();
    }

    /** Asks a majority whether this node still leads; nothing is written. */
    CompletableFuture<Ordered<Object>> confirm() {
        return node.query(
                Confirmation.ASKED, QueryPolicy.LINEARIZABLE, Optional.empty(), Optional.empty());
    }

    /** {@return up to where each other member's log is the leader's; empty when not leading} */
    CompletableFuture<Map<NodeName, Long>> reached() {
        return node.getReport()
                .thenApply(
                        report -> {
                            Map<NodeName, Long> reached = new LinkedHashMap<>();
                            report.getResult()
                                    .getLog()
                                    .getFollowerMatchIndices()
                                    .forEach((who, index) -> reached.put((NodeName) who, index));
                            return reached;
                        });
    }

    CompletableFuture<Ordered<RaftNodeReport>> takeSnapshot() {
        return node.takeSnapshot();
    }

    /** Ends this life. Nothing of it reaches the disk after a failure. */
    void end() throws IOException {
        try {
            node.terminate().join();
        } catch (CompletionException alreadyFailed) {
            // Raft could not write that it steps down: the store had failed, which is why we end.
        } finally {
            store.close();
        }
    }

    /** Ends this life and takes back its entries from an index on. */
    void endWithout(long from) throws IOException {
        node.terminate().join();
        try {
            if (sound()) {
                store.truncateLogEntriesFrom(from);
                store.flush();
            }
        } finally {
            store.close();
        }
    }

    /** MicroRaft's tasks on the log's thread; what is asked for there is done at once. */
    private record OnThread(LogThread thread) implements RaftNodeExecutor {
        @Override
        public void execute(Runnable task) {
            if (thread.isCurrent()) {
                task.run();
            } else {
                thread.execute(task);
            }
        }

        @Override
        public void submit(Runnable task) {
            thread.execute(task);
        }

        @Override
        public void schedule(Runnable task, long delay, TimeUnit unit) {
            thread.schedule(task, Duration.of(delay, unit.toChronoUnit()));
        }
    }
}
