package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of an {@link Errand.Call}.
 *
 * @param index what the node had applied by then: an asker that has applied it too shows no older
 *     hall than the one the answer speaks of
 */
public record Called(long index, int status, Map<String, String> headers, Buffer body) {

    /** {@return its form on the link} */
    public byte[] encode() {
        List<byte[]> fields = new ArrayList<>();
        fields.add(ByteBuffer.allocate(12).putLong(index).putInt(status).array());
        fields.add(body.getBytes());
        return Fields.of(Errand.headers(fields, headers));
    }

    /**
     * {@return the answer of these bytes}
     *
     * @throws IOException when they are none
     */
    public static Called decode(byte[] bytes) throws IOException {
        List<byte[]> fields = Fields.split(bytes);
        if (fields.size() < 2 || fields.getFirst().length != 12) {
            throw new IOException("an answer to a call has more fields");
        }
        ByteBuffer first = ByteBuffer.wrap(fields.getFirst());
        return new Called(
                first.getLong(),
                first.getInt(),
                Errand.headers(fields, 2),
                Buffer.buffer(fields.get(1)));
    }
}
