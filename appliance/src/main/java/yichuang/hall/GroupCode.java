package yichuang.hall;

/** A priority group 优先人群, for instance {@code elderly}. */
public record GroupCode(String value) implements Comparable<GroupCode> {
    public GroupCode {
        Checks.word("GroupCode", value);
    }

    @Override
    public int compareTo(GroupCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
