package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.microraft.model.impl.log.DefaultLogEntryOrBuilder;
import io.microraft.model.impl.log.DefaultRaftGroupMembersViewOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftEndpointPersistentStateOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftTermPersistentStateOrBuilder;
import io.microraft.model.log.LogEntry;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import yichuang.storm.disk.Disk;

/** The end of a log is mended on a disk that fails while it is done. */
class MendingTest {
    private static final LogLimits SMALL = LogLimits.STANDARD.withSegmentBytes(4096, 2048);

    /**
     * Found by storm, seed 1388: the zeros were only in memory, and the second start believed them.
     */
    @Test
    void a_torn_rest_whose_mending_failed_is_mended_again() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            Disk disk = new Disk(new Random(seed), time -> {});
            try (DiskStore store = open(disk)) {
                introduce(store);
                store.persistLogEntries(List.of(entry(1)));
                store.flush();
                store.persistLogEntries(List.of(entry(2)));
                disk.cutAfter(2); // the write is done, the sync is not
                assertThrows(Error.class, store::flush);
            }
            disk.powerOn();
            disk.failSync();
            tryToOpen(disk);
            long last;
            try (DiskStore store = open(disk)) {
                last = store.lastIndex();
                for (long more = last + 1; more <= last + 9; more++) {
                    store.persistLogEntries(List.of(entry(more)));
                    store.flush();
                }
            }
            disk.cut();
            disk.powerOn();
            try (DiskStore store = open(disk)) {
                assertEquals(last + 9, store.lastIndex(), "seed " + seed);
            }
        }
    }

    private static void introduce(DiskStore store) throws IOException {
        NodeName node = new NodeName("n1");
        store.persistAndFlushLocalEndpoint(
                new DefaultRaftEndpointPersistentStateOrBuilder()
                        .setLocalEndpoint(node)
                        .setVoting(true)
                        .build());
        store.persistAndFlushInitialGroupMembers(
                new DefaultRaftGroupMembersViewOrBuilder()
                        .setLogIndex(0)
                        .setMembers(List.of(node))
                        .setVotingMembers(List.of(node))
                        .build());
        store.persistAndFlushTerm(
                new DefaultRaftTermPersistentStateOrBuilder().setTerm(1).setVotedFor(node).build());
    }

    private static void tryToOpen(Disk disk) {
        assertThrows(IOException.class, () -> open(disk).close());
    }

    private static DiskStore open(Disk disk) throws IOException {
        return new DiskStore(LogSettings.of(disk.root(), "n1").withLimits(SMALL), Runnable::run);
    }

    private static LogEntry entry(long index) {
        return new DefaultLogEntryOrBuilder()
                .setTerm(1)
                .setIndex(index)
                .setOperation(new byte[1100])
                .build();
    }
}
