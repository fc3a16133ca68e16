package yichuang.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads what somebody else wrote. Every length is held against what is left before anything of that
 * size is made, and every refusal is an {@link IOException} that says what was wrong.
 */
final class Bytes {
    /** Five voters, two learners; a list with more of them is nobody's. */
    private static final int NAMES_MAX = 16;

    private final ByteBuffer at;

    Bytes(byte[] bytes) {
        at = ByteBuffer.wrap(bytes);
    }

    private void need(int bytes) throws IOException {
        if (bytes > at.remaining()) {
            throw new IOException("ends %d bytes early".formatted(bytes - at.remaining()));
        }
    }

    int oneByte() throws IOException {
        need(1);
        return at.get() & 0xff;
    }

    boolean yes() throws IOException {
        int value = oneByte();
        if (value > 1) {
            throw new IOException("neither yes nor no: " + value);
        }
        return value == 1;
    }

    int natural() throws IOException {
        need(Integer.BYTES);
        return Math.toIntExact(unsigned(at.getInt()));
    }

    long longNatural() throws IOException {
        need(Long.BYTES);
        return unsigned(at.getLong());
    }

    private static long unsigned(long value) throws IOException {
        if (value < 0) {
            throw new IOException("below zero: " + value);
        }
        return value;
    }

    byte[] block() throws IOException {
        return some(natural());
    }

    private byte[] some(int length) throws IOException {
        need(length);
        byte[] block = new byte[length];
        at.get(block);
        return block;
    }

    NodeName name() throws IOException {
        byte[] bytes = some(oneByte());
        if (bytes.length > NodeName.BYTES_MAX) {
            throw new IOException("a name of %d bytes".formatted(bytes.length));
        }
        try {
            return new NodeName(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException | IllegalArgumentException strange) {
            throw new IOException("not a node's name", strange);
        }
    }

    List<NodeName> names() throws IOException {
        int count = oneByte();
        if (count > NAMES_MAX) {
            throw new IOException("%d names".formatted(count));
        }
        Set<NodeName> names = new LinkedHashSet<>();
        for (int left = count; left > 0; left--) {
            if (!names.add(name())) {
                throw new IOException("a name twice");
            }
        }
        return List.copyOf(names);
    }

    void end() throws IOException {
        if (at.hasRemaining()) {
            throw new IOException("%d bytes too many".formatted(at.remaining()));
        }
    }

    /** The other direction: writes names as {@link #name} reads them. */
    static byte[] of(Collection<NodeName> names) {
        List<byte[]> each = new ArrayList<>();
        names.forEach(name -> each.add(name.bytes()));
        ByteBuffer out =
                ByteBuffer.allocate(1 + each.stream().mapToInt(name -> 1 + name.length).sum());
        out.put((byte) each.size());
        each.forEach(name -> out.put((byte) name.length).put(name));
        return out.array();
    }

    static byte[] of(NodeName name) {
        byte[] bytes = name.bytes();
        return ByteBuffer.allocate(1 + bytes.length).put((byte) bytes.length).put(bytes).array();
    }
}
