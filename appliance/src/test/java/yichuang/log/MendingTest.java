package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.microraft.model.impl.log.DefaultLogEntryOrBuilder;
import io.microraft.model.impl.log.DefaultRaftGroupMembersViewOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftEndpointPersistentStateOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftTermPersistentStateOrBuilder;
import io.microraft.model.log.LogEntry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import yichuang.storm.disk.Disk;

/** The end of a log is mended on a disk that fails while it is done. */
class MendingTest {
    private static final LogLimits LIMITS = LogLimits.STANDARD.withSegmentBytes(4096, 2048);

    /**
     * Two of them go into no segment, so nothing is written over what was torn behind the first.
     */
    private static final int GREAT = 2040;

    private static final int SMALL = 600;

    /**
     * Found by storm, seed 1388: the zeros were only in memory, and the second start believed them.
     */
    @Test
    void a_torn_rest_whose_mending_failed_is_mended_again() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Disk disk = new Disk(new Random(seed), time -> {});
            try (DiskStore store = open(disk)) {
                introduce(store);
                store.persistLogEntries(List.of(entry(1, GREAT)));
                store.flush();
                store.persistLogEntries(List.of(entry(2, SMALL)));
                disk.cutAfter(2); // the write is done, the sync is not
                assertThrows(Error.class, store::flush);
            }
            disk.powerOn();
            disk.failSync(1 + seed % 4);
            tryToOpen(disk);
            long last;
            try (DiskStore store = open(disk)) {
                last = store.lastIndex();
                for (long more = last + 1; more <= last + 9; more++) {
                    store.persistLogEntries(List.of(entry(more, GREAT)));
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

    /** Found by storm, seed 3559: only what came behind the cut was written again. */
    @Test
    void a_batch_with_a_cut_in_it_is_written_again_from_its_beginning() throws IOException {
        Disk disk = new Disk(new Random(1), time -> {});
        try (DiskStore store = open(disk)) {
            introduce(store);
            store.persistLogEntries(List.of(entry(1, 100), entry(2, 100)));
            store.flush();
            store.persistLogEntries(List.of(entry(3, 100)));
            store.truncateLogEntriesFrom(2);
            disk.failSync(1);
            assertThrows(IOException.class, store::flush);
        }
        try (DiskStore store = open(disk)) {
            store.persistLogEntries(List.of(entry(2, 100), entry(3, 100)));
            store.flush();
            store.persistLogEntries(List.of(entry(4, 100)));
            store.flush();
        }
        disk.cut();
        disk.powerOn();
        try (DiskStore store = open(disk)) {
            assertEquals(4, store.lastIndex());
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

    private static void tryToOpen(Disk disk) throws IOException {
        try (DiskStore store = open(disk)) {
            assertEquals(1, store.restored().stream().count());
        } catch (IOException theSyncThatFailed) {
            assertEquals("Input/output error", theSyncThatFailed.getMessage());
        } finally {
            disk.heal();
        }
    }

    private static DiskStore open(Disk disk) throws IOException {
        return new DiskStore(LogSettings.of(disk.root(), "n1").withLimits(LIMITS), Runnable::run);
    }

    private static LogEntry entry(long index, int bytes) {
        byte[] command = new byte[bytes];
        Arrays.fill(command, (byte) 7);
        return new DefaultLogEntryOrBuilder()
                .setTerm(1)
                .setIndex(index)
                .setOperation(command)
                .build();
    }
}
