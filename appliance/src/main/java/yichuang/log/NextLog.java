package yichuang.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the directory of a log that goes on from a state of another one, with one voter. What a
 * leader's snapshot leaves behind is made here in one go: the snapshot, a skip up to it, and behind
 * it the first command of the new log, which its voter applies when it opens the directory.
 */
public final class NextLog {
    private static final byte[] NOTHING = {};

    private NextLog() {}

    /** Makes the directory as every hall has it. */
    public static void make(
            Path directory, String node, int term, long index, byte[] state, byte[] first)
            throws IOException {
        make(directory, node, term, index, state, first, LogLimits.STANDARD);
    }

    /**
     * Makes the directory; durable on return. What an attempt before has left there is removed, so
     * nothing may have been opened in it yet.
     *
     * @param node the only voter
     * @param term of the last command in the state
     * @param index of that command
     * @param state the machine's
     * @param first the command that follows
     */
    public static void make(
            Path directory,
            String node,
            int term,
            long index,
            byte[] state,
            byte[] first,
            LogLimits limits)
            throws IOException {
        remove(directory);
        Files.createDirectories(directory);
        NodeName voter = new NodeName(node);
        List<NodeName> alone = List.of(voter);
        // Raft takes a term of zero for a node that nobody ever told anything.
        int begun = Math.max(1, term);
        new Snapshot(index, begun, 0, alone, alone, state).write(Snapshot.file(directory, index));
        Path segment = Segment.reserve(directory, 1, limits.segmentBytes());
        Segment.overwrite(segment, FileHeader.BYTES, entries(begun, index, first));
        NodeFile file = NodeFile.open(directory, node);
        file.endpoint(voter, true);
        file.voters(alone);
        file.term(begun, "");
        WholeFile.syncDirectory(directory.toAbsolutePath().getParent());
    }

    private static byte[] entries(int term, long index, byte[] first) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(new StoredEntry(StoredEntry.Kind.SKIP, 0, index, 0, NOTHING), bytes);
        write(new StoredEntry(StoredEntry.Kind.COMMAND, term, index + 1, index, first), bytes);
        return bytes.toByteArray();
    }

    private static void write(StoredEntry entry, ByteArrayOutputStream to) {
        to.writeBytes(EntryFormat.header(entry));
        to.writeBytes(entry.body());
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
