package yichuang.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the end of a log sound before anything is added to it.
 *
 * <p>Two things are mended. A torn rest is overwritten with zeros. And the last batch is written
 * again and synced: if its sync had failed, the kernel may show its pages from memory though the
 * disk never got them, and a later sync would not write them again. Everything that a start finds
 * is durable before the start builds on it.
 *
 * <p>For the same reason the zeros must not be taken on trust when their sync failed: the next
 * start reads them from memory, finds nothing to mend, and the torn rest is back after the next
 * power cut, with sound entries behind it. So a file, {@code mending}, says that a rest is being
 * overwritten; a start that finds it overwrites every rest again.
 */
final class Mending {
    private static final String MARK = "mending";

    private final Path mark;
    private final Chain chain;
    private final int segmentBytes;

    Mending(Path directory, Chain chain, int segmentBytes) {
        mark = directory.resolve(MARK);
        this.chain = chain;
        this.segmentBytes = segmentBytes;
    }

    void mend() throws IOException {
        boolean trusted = !Files.exists(mark);
        for (int part = chain.doubtful().part(); part < chain.parts().size(); part++) {
            Chain.Part mended = chain.parts().get(part);
            boolean past = part > chain.end().part();
            int from =
                    part == chain.doubtful().part() && !past
                            ? chain.doubtful().offset()
                            : FileHeader.BYTES;
            int end =
                    past
                            ? FileHeader.BYTES
                            : part == chain.end().part() ? chain.end().offset() : mended.end();
            byte[] bytes = WholeFile.read(mended.file());
            byte[] whole = Arrays.copyOf(bytes, Math.max(bytes.length, segmentBytes));
            boolean sound =
                    trusted && EntryFormat.untouched(whole, end) && whole.length == bytes.length;
            int to = sound ? end : whole.length;
            if (!sound && !Files.exists(mark)) {
                WholeFile.write(mark, List.of());
            }
            if (to > from) {
                Arrays.fill(whole, end, whole.length, (byte) 0);
                Segment.overwrite(mended.file(), from, Arrays.copyOfRange(whole, from, to));
            }
        }
        Files.deleteIfExists(mark);
    }
}
