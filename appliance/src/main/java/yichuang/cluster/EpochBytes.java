package yichuang.cluster;

import java.io.IOException;
import yichuang.hall.Epoch;
import yichuang.hall.codec.BadBytes;
import yichuang.hall.codec.Codec;

/** An epoch on the link and on disk. */
final class EpochBytes {
    private static final Codec<Epoch> EPOCHS = Codec.of(Epoch.class);

    private EpochBytes() {}

    static byte[] encode(Epoch epoch) {
        return EPOCHS.encode(epoch);
    }

    static Epoch decode(byte[] bytes) throws IOException {
        try {
            return EPOCHS.decode(bytes);
        } catch (BadBytes wrong) {
            throw new IOException("no epoch: " + wrong.getMessage(), wrong);
        }
    }
}
