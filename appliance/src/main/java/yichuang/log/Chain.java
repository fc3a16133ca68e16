package yichuang.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the segments of a directory hold: read once at a start, judged, not changed.
 *
 * <p>Where an entry is missing or broken, the question is whether anything behind it was
 * acknowledged. A batch is written only after the batch before it is durable, and each entry
 * carries the index that was durable when it was written. So an entry behind the hole that knows of
 * a durable index at or beyond the hole proves that the hole was once whole: that is {@link
 * LogDamaged}. If there is none, the hole lies in the last batch, nobody got an answer, and the
 * rest is cut.
 *
 * <p>One case cannot be told apart: a broken last batch that was acknowledged and behind which
 * nothing was written. The records' own index catches it (see {@link DiskStore}).
 *
 * @param parts the segments, oldest first; those after the end are reserved and empty
 * @param firstIndex first entry, or where it would be behind a skip; 0 when there is none
 * @param lastIndex last valid entry, or what a skip put in its place; 0 when there is none
 * @param doubtful where the last batch begins; whether its sync came through is not known
 * @param torn whether anything but zeros lies behind the end
 */
record Chain(
        List<Part> parts,
        long firstIndex,
        long lastIndex,
        Place doubtful,
        Place end,
        boolean torn,
        List<Cut> cuts,
        Skip skip) {

    /**
     * One segment.
     *
     * @param end behind its last entry
     * @param firstIndex first entry in it; 0 when it is empty
     * @param lastIndex greatest index in it; 0 when it is empty
     */
    record Part(Path file, long sequence, int end, long firstIndex, long lastIndex) {
        Part reaching(long index) {
            return new Part(
                    file,
                    sequence,
                    end,
                    firstIndex == 0 ? index : firstIndex,
                    Math.max(lastIndex, index));
        }
    }

    /** A place in the chain: which of the parts, which byte. */
    record Place(int part, int offset) {}

    /** Entries from {@code index} on that came before {@code position} are taken back. */
    record Cut(long position, long index) {}

    /** Entries up to {@code index} that came before {@code position} are not read; 0 is none. */
    record Skip(long position, long index) {
        static final Skip NONE = new Skip(0, 0);
    }

    /** Reads a directory's segments. */
    static Chain read(Path directory) throws IOException {
        ChainReader reader = new ChainReader();
        for (Path file : segments(directory)) {
            reader.read(file);
        }
        return reader.chain();
    }

    private static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("segment-"))
                    .filter(file -> !file.toString().endsWith(WholeFile.PART))
                    .sorted()
                    .toList();
        }
    }

    /** Gives the valid entries of a range in order, both ends included, one segment in memory. */
    void forEach(long from, long to, Consumer<StoredEntry> taker) throws IOException {
        long position = 0;
        boolean straight = cuts.isEmpty() && skip.equals(Skip.NONE);
        for (Part part : parts) {
            if (part.lastIndex == 0 || (part.firstIndex > to && straight)) {
                continue;
            }
            if (part.lastIndex < from && straight) {
                continue;
            }
            byte[] bytes = WholeFile.read(part.file);
            int offset = FileHeader.BYTES;
            while (offset < part.end) {
                int at = offset;
                Optional<StoredEntry> found = EntryFormat.decode(bytes, at);
                StoredEntry entry =
                        found.orElseThrow(() -> LogDamaged.at(part.file, at, "changed since read"));
                if (entry.index() >= from && entry.index() <= to && valid(entry, position)) {
                    taker.accept(entry);
                }
                offset += EntryFormat.bytes(entry);
                position++;
            }
        }
    }

    private boolean valid(StoredEntry entry, long position) {
        if (entry.kind() == StoredEntry.Kind.CUT || entry.kind() == StoredEntry.Kind.SKIP) {
            return false;
        }
        if (entry.index() <= skip.index && position < skip.position) {
            return false;
        }
        for (Cut cut : cuts) {
            if (cut.position > position && cut.index <= entry.index()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the valid entries of a range, all in memory} */
    List<StoredEntry> entries(long from, long to) throws IOException {
        List<StoredEntry> entries = new ArrayList<>();
        forEach(from, to, entries::add);
        return entries;
    }
}
