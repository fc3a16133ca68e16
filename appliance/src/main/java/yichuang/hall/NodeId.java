package yichuang.hall;

/** A controller of the hall, by its {@code --node} name: 1 to 32 of {@code a-z}, 0-9 and hyphen. */
public record NodeId(String value) implements Comparable<NodeId> {
    private static final int LENGTH_MAX = 32;

    public NodeId {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "a node's name has 1 to "
                            + LENGTH_MAX
                            + " of a-z, 0-9 and hyphen: \""
                            + value
                            + "\"");
        }
    }

    /** {@return whether a node can be called so} */
    public static boolean isOne(String name) {
        return !name.isEmpty()
                && name.length() <= LENGTH_MAX
                && name.chars()
                        .allMatch(
                                one ->
                                        (one >= 'a' && one <= 'z')
                                                || (one >= '0' && one <= '9')
                                                || one == '-');
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
