package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads segment after segment and finds where the entries end; see {@link Chain} for the rule. */
final class ChainReader {
    private final List<Chain.Part> parts = new ArrayList<>();
    private final List<Chain.Cut> cuts = new ArrayList<>();
    private Chain.Skip skip = Chain.Skip.NONE;
    private long entries;
    private long firstIndex;

    /** The next entry's index; 0 while nothing is known. */
    private long expected;

    private long durableIndex = -1;
    private Chain.Place doubtful = new Chain.Place(0, FileHeader.BYTES);
    private Optional<Chain.Place> end = Optional.empty();
    private boolean torn;

    void read(Path file) throws IOException {
        byte[] bytes = WholeFile.read(file);
        long sequence = FileHeader.check(file, FileHeader.Kind.SEGMENT, bytes);
        if (!parts.isEmpty() && sequence != parts.getLast().sequence() + 1) {
            throw LogDamaged.missing(
                    file.getParent(),
                    "缺少日志文件 " + Segment.file(file.getParent(), sequence - 1).getFileName(),
                    "segment " + (sequence - 1) + " is missing");
        }
        if (sequence == 1) {
            expected = 1;
        }
        if (end.isPresent()) {
            judgeRest(bytes, FileHeader.BYTES);
            parts.add(new Chain.Part(file, sequence, FileHeader.BYTES, 0, 0));
            return;
        }
        readEntries(file, sequence, bytes);
    }

    private void readEntries(Path file, long sequence, byte[] bytes) throws IOException {
        int offset = FileHeader.BYTES;
        long first = 0;
        long greatest = 0;
        Optional<StoredEntry> next = EntryFormat.decode(bytes, offset);
        while (next.isPresent() && follows(next.get())) {
            StoredEntry entry = next.get();
            accept(entry, offset);
            first = first == 0 ? entry.index() : first;
            greatest = Math.max(greatest, entry.index());
            offset += EntryFormat.bytes(entry);
            next = EntryFormat.decode(bytes, offset);
        }
        parts.add(new Chain.Part(file, sequence, offset, first, greatest));
        if (!EntryFormat.untouched(bytes, offset)) {
            end = Optional.of(new Chain.Place(parts.size() - 1, offset));
            judgeRest(bytes, offset);
        }
    }

    private boolean follows(StoredEntry entry) {
        return expected == 0
                || switch (entry.kind()) {
                    case CUT -> entry.index() <= expected;
                    case SKIP -> true;
                    case COMMAND, NEW_TERM, VOTERS -> entry.index() == expected;
                };
    }

    private void accept(StoredEntry entry, int offset) {
        // A cut lowers it in the middle of a batch; only a sync raises it.
        if (entry.durableIndex() > durableIndex) {
            doubtful = new Chain.Place(parts.size(), offset);
        }
        durableIndex = entry.durableIndex();
        switch (entry.kind()) {
            case CUT -> {
                cuts.add(new Chain.Cut(entries, entry.index()));
                expected = entry.index();
            }
            case SKIP -> {
                skip = new Chain.Skip(entries, entry.index());
                firstIndex = entry.index() + 1;
                // A log may have been longer than the snapshot that it received. When the segments
                // before are gone, only the next entry tells where it went on.
                expected = expected == 0 ? 0 : Math.max(expected, firstIndex);
            }
            case COMMAND, NEW_TERM, VOTERS -> {
                firstIndex = firstIndex == 0 || expected == 0 ? entry.index() : firstIndex;
                expected = entry.index() + 1;
            }
        }
        entries++;
    }

    /** Looks at every byte behind the hole for an entry that proves the hole was acknowledged. */
    private void judgeRest(byte[] bytes, int from) throws LogDamaged {
        torn |= !EntryFormat.untouched(bytes, from);
        for (int offset = from; offset < bytes.length; offset++) {
            Optional<StoredEntry> found =
                    bytes[offset] == 0 && mayStart(bytes, offset)
                            ? EntryFormat.decode(bytes, offset)
                            : Optional.empty();
            if (found.isPresent()) {
                StoredEntry entry = found.get();
                if (expected == 0) {
                    expected = Math.max(skip.index(), entry.durableIndex()) + 1;
                }
                if (entry.durableIndex() >= expected) {
                    Chain.Place hole = end.orElseThrow();
                    throw LogDamaged.beforeAcknowledged(
                            parts.get(hole.part()).file(), hole.offset(), expected);
                }
                offset += EntryFormat.bytes(entry) - 1;
            }
        }
    }

    /** Lengths are below 16 MiB and begin with a zero; this spares most checksums. */
    private static boolean mayStart(byte[] bytes, int offset) {
        return offset + EntryFormat.HEADER_BYTES <= bytes.length
                && (bytes[offset + 1] | bytes[offset + 2] | bytes[offset + 3]) != 0;
    }

    Chain chain() {
        Chain.Place last = end.orElseGet(this::afterLastEntry);
        return new Chain(
                List.copyOf(parts),
                firstIndex,
                expected == 0 ? skip.index() : expected - 1,
                doubtful,
                last,
                torn,
                List.copyOf(cuts),
                skip);
    }

    private Chain.Place afterLastEntry() {
        for (int at = parts.size() - 1; at > 0; at--) {
            if (parts.get(at).firstIndex() != 0) {
                return new Chain.Place(at, parts.get(at).end());
            }
        }
        return new Chain.Place(0, parts.isEmpty() ? FileHeader.BYTES : parts.getFirst().end());
    }
}
