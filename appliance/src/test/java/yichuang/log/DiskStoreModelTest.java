package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.microraft.model.impl.log.DefaultLogEntryOrBuilder;
import io.microraft.model.impl.log.DefaultRaftGroupMembersViewOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftEndpointPersistentStateOrBuilder;
import io.microraft.model.impl.persistence.DefaultRaftTermPersistentStateOrBuilder;
import io.microraft.model.log.LogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random work on the store beside a plain list that does the same: append, take back, flush, and
 * crash. What was flushed must be there; of what came after, any beginning may be. A failure prints
 * its seed; {@link #play} repeats it.
 */
class DiskStoreModelTest {
    private static final int SEEDS = 60;
    private static final int STEPS = 60;
    private static final LogLimits SMALL = LogLimits.STANDARD.withSegmentBytes(512, 64);
    private static final NodeName NODE = new NodeName("n1");

    @TempDir Path temporary;

    @Test
    void after_any_crash_the_store_holds_what_was_flushed() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            play(seed);
        }
    }

    private DiskStore open(long seed) throws IOException {
        Path directory = temporary.resolve("seed" + seed);
        Files.createDirectories(directory);
        return new DiskStore(LogSettings.of(directory, "n1").withLimits(SMALL), Runnable::run);
    }

    private void play(long seed) throws IOException {
        Random random = new Random(seed);
        List<Integer> written = new ArrayList<>();
        List<List<Integer>> possible = new ArrayList<>(List.of(List.of()));
        DiskStore store = open(seed);
        introduce(store);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0 -> {
                    store.close();
                    store = open(seed);
                    written = new ArrayList<>(terms(store));
                    assertTrue(possible.contains(written), "seed " + seed + " step " + step);
                    possible = new ArrayList<>(List.of(List.copyOf(written)));
                }
                case 1 -> {
                    if (!written.isEmpty()) {
                        int from = 1 + random.nextInt(written.size());
                        store.truncateLogEntriesFrom(from);
                        written = new ArrayList<>(written.subList(0, from - 1));
                        possible.add(List.copyOf(written));
                    }
                }
                case 2, 3 -> {
                    store.flush();
                    possible = new ArrayList<>(List.of(List.copyOf(written)));
                }
                default -> {
                    List<LogEntry> entries = new ArrayList<>();
                    for (int left = 1 + random.nextInt(4); left > 0; left--) {
                        written.add(step + 1);
                        possible.add(List.copyOf(written));
                        entries.add(entry(written.size(), step + 1, random.nextInt(60)));
                    }
                    store.persistLogEntries(entries);
                }
            }
        }
        store.close();
    }

    private static void introduce(DiskStore store) throws IOException {
        store.persistAndFlushLocalEndpoint(
                new DefaultRaftEndpointPersistentStateOrBuilder()
                        .setLocalEndpoint(NODE)
                        .setVoting(true)
                        .build());
        store.persistAndFlushInitialGroupMembers(
                new DefaultRaftGroupMembersViewOrBuilder()
                        .setLogIndex(0)
                        .setMembers(List.of(NODE))
                        .setVotingMembers(List.of(NODE))
                        .build());
        store.persistAndFlushTerm(
                new DefaultRaftTermPersistentStateOrBuilder().setTerm(1).setVotedFor(NODE).build());
    }

    private static LogEntry entry(long index, int term, int bytes) {
        return new DefaultLogEntryOrBuilder()
                .setIndex(index)
                .setTerm(term)
                .setOperation(new byte[bytes])
                .build();
    }

    /** {@return the term of each entry, which names the step that wrote it} */
    private static List<Integer> terms(DiskStore store) throws IOException {
        return store.restored().orElseThrow().getLogEntries().stream()
                .map(LogEntry::getTerm)
                .toList();
    }
}
