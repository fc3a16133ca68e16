package yichuang.hall;

/** A catalogue entry: the 33 characters of its 业务办理项编码, or a hall's own shorter code. */
public record ItemCode(String value) implements Comparable<ItemCode> {
    public ItemCode {
        Checks.word("ItemCode", value);
    }

    @Override
    public int compareTo(ItemCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
