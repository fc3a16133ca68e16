package yichuang.log;

import io.microraft.model.impl.message.DefaultAppendEntriesSuccessResponseOrBuilder;
import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.RaftMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;

/** Opens the shipped log, with its shipped store, in a world that a simulation turns. */
public final class SimulatedLog {
    private SimulatedLog() {}

    /** What the log takes from the world. */
    public interface World {
        LogThread thread();

        /** For people, and for Raft's time-outs. */
        Clock clock();

        Random random();

        long freeBytes();

        /** Writes and syncs beside the log; throws as long as the disk does not do it. */
        void tryDisk() throws IOException;
    }

    /** As {@link CommandLog#open(LogSettings, Machine)}; everything runs on the caller's thread. */
    public static CommandLog open(LogSettings settings, Machine machine, World world)
            throws IOException {
        return CommandLog.open(settings, machine, new Turned(world));
    }

    /** {@return whether a start was refused because the directory cannot be used} */
    public static boolean isDamage(Throwable failure) {
        return failure instanceof LogDamaged;
    }

    /**
     * The word of a voter that agrees to what it has not seen: for a variant that acknowledges
     * before a majority has anything on disk.
     *
     * @return empty when the message asks for no agreement
     */
    public static Optional<byte[]> agreedBeforeAsked(
            NodeName voter, NodeName leader, byte[] message) {
        try {
            if (RaftMessages.decode(leader, message) instanceof AppendEntriesRequest asked
                    && !asked.getLogEntries().isEmpty()) {
                RaftMessage yes =
                        new DefaultAppendEntriesSuccessResponseOrBuilder()
                                .setGroupId(asked.getGroupId())
                                .setSender(voter)
                                .setTerm(asked.getTerm())
                                .setLastLogIndex(
                                        asked.getPreviousLogIndex() + asked.getLogEntries().size())
                                .setQuerySequenceNumber(0)
                                .setFlowControlSequenceNumber(asked.getFlowControlSequenceNumber())
                                .build();
                return Optional.of(RaftMessages.encode(yes));
            }
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Turned(World world) implements Surroundings {
        @Override
        public LogThread thread() {
            return world.thread();
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }

        @Override
        public InstantSource time() {
            return world.clock();
        }

        @Override
        public Clock raftClock() {
            return world.clock();
        }

        @Override
        public Random random() {
            return world.random();
        }

        @Override
        public DurableStore openStore(LogSettings settings) throws IOException {
            return new DiskStore(settings, background());
        }

        @Override
        public long freeBytes(Path directory) {
            return world.freeBytes();
        }

        @Override
        public void tryDisk(Path directory) throws IOException {
            world.tryDisk();
        }

        @Override
        public Duration betweenLooks() {
            return Duration.ofSeconds(1);
        }

        @Override
        public void end() {}
    }
}
