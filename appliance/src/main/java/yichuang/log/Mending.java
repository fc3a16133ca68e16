package yichuang.log;

import java.io.IOException;
import java.util.Arrays;

/**
 * Makes the end of a log sound before anything is added to it.
 *
 * <p>Two things are mended. A torn rest is overwritten with zeros. And the last batch is written
 * again and synced: if its sync had failed, the kernel may show its pages from memory though the
 * disk never got them, and a later sync would not write them again. Everything that a start finds
 * is durable before the start builds on it.
 */
final class Mending {
    private final Chain chain;
    private final int segmentBytes;

    Mending(Chain chain, int segmentBytes) {
        this.chain = chain;
        this.segmentBytes = segmentBytes;
    }

    void mend() throws IOException {
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
            boolean sound = EntryFormat.untouched(whole, end) && whole.length == bytes.length;
            int to = sound ? end : whole.length;
            if (to > from) {
                Arrays.fill(whole, end, whole.length, (byte) 0);
                Segment.overwrite(mended.file(), from, Arrays.copyOfRange(whole, from, to));
            }
        }
    }
}
