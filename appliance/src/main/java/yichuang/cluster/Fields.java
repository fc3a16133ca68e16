package yichuang.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields one behind the other, each after four bytes of length: the form of what joining says and
 * of what this room keeps on disk. Lengths are looked at before a byte is allocated.
 */
final class Fields {
    private Fields() {}

    static byte[] of(byte[]... fields) {
        return of(List.of(fields));
    }

    static byte[] of(List<byte[]> fields) {
        ByteBuffer all =
                ByteBuffer.allocate(
                        fields.stream().mapToInt(field -> Integer.BYTES + field.length).sum());
        fields.forEach(field -> all.putInt(field.length).put(field));
        return all.array();
    }

    /**
     * {@return the fields}
     *
     * @throws IOException when the bytes are no fields
     */
    static List<byte[]> split(byte[] all) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(all);
        List<byte[]> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int length = in.remaining() < Integer.BYTES ? -1 : in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IOException("a field ends behind the end, at " + in.position());
            }
            byte[] field = new byte[length];
            in.get(field);
            fields.add(field);
        }
        return fields;
    }

    /**
     * {@return exactly so many fields}
     *
     * @throws IOException when there are more or less
     */
    static List<byte[]> split(byte[] all, int count) throws IOException {
        List<byte[]> fields = split(all);
        if (fields.size() != count) {
            throw new IOException(fields.size() + " fields, not " + count);
        }
        return fields;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] field) {
        return new String(field, StandardCharsets.UTF_8);
    }
}
