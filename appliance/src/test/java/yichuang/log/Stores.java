package yichuang.log;

import io.microraft.model.impl.log.DefaultLogEntryOrBuilder;
import io.microraft.model.impl.log.DefaultRaftGroupMembersViewOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftEndpointPersistentStateOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftTermPersistentStateOrBuilder;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Stores of a log on a real directory, of one voter, and what goes into them. */
final class Stores {
    static final NodeName NODE = new NodeName("n1");

    private Stores() {}

    static DiskStore open(Path directory, LogLimits limits) throws IOException {
        return new DiskStore(LogSettings.of(directory, "n1").withLimits(limits), Runnable::run);
    }

    /** Opens one that has voted in term 1 and has no entries yet. */
    static DiskStore openNew(Path directory, LogLimits limits) throws IOException {
        DiskStore store = open(directory, limits);
        store.persistAndFlushLocalEndpoint(
                new DefaultRaftEndpointPersistentStateOrBuilder()
                        .setLocalEndpoint(NODE)
                        .setVoting(true)
                        .build());
        store.persistAndFlushInitialGroupMembers(members());
        store.persistAndFlushTerm(
                new DefaultRaftTermPersistentStateOrBuilder().setTerm(1).setVotedFor(NODE).build());
        return store;
    }

    static RaftGroupMembersView members() {
        return new DefaultRaftGroupMembersViewOrBuilder()
                .setLogIndex(0)
                .setMembers(List.of(NODE))
                .setVotingMembers(List.of(NODE))
                .build();
    }

    /** {@return entries of a term, each with the command of its index} */
    static List<LogEntry> entries(int term, long from, long to, LongFunction<byte[]> command) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(
                        index ->
                                new DefaultLogEntryOrBuilder()
                                        .setTerm(term)
                                        .setIndex(index)
                                        .setOperation(command.apply(index))
                                        .build())
                .toList();
    }
}
