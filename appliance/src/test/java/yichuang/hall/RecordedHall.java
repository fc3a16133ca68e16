package yichuang.hall;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import yichuang.hall.codec.Codec;
import yichuang.log.Machine;

/** A hall behind a log that writes down, after every command, the hash of its whole state. */
final class RecordedHall implements Machine {
    static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    final Map<Long, String> hashes = new TreeMap<>();
    Hall hall = new Hall();

    @Override
    public Object apply(long index, byte[] command) {
        Answer answer = hall.apply(ENTRIES.decode(command));
        hashes.put(index, hash(hall.snapshot()));
        return answer;
    }

    @Override
    public byte[] snapshot() {
        return hall.snapshot();
    }

    @Override
    public void restore(long index, byte[] snapshot) {
        hall = snapshot.length == 0 ? new Hall() : Hall.of(snapshot);
    }

    private static String hash(byte[] state) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(state));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
