package yichuang.log;

import io.microraft.RaftEndpoint;
import java.nio.charset.StandardCharsets;

/**
 * A voter, known by its {@code --node} name.
 *
 * @param name 1 to 64 letters
 */
public record NodeName(String name) implements RaftEndpoint {
    /** Bytes of the longest name: 64 letters of the plane that takes three bytes a letter. */
    static final int BYTES_MAX = 192;

    public NodeName {
        if (name.isBlank() || name.length() > 64) {
            throw new IllegalArgumentException("a node's name has 1 to 64 letters: " + name);
        }
    }

    byte[] bytes() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object getId() {
        return name;
    }
}
