package yichuang.hall;

/** A zone of the hall, for instance {@code social}. */
public record ZoneCode(String value) implements Comparable<ZoneCode> {
    public ZoneCode {
        Checks.word("ZoneCode", value);
    }

    @Override
    public int compareTo(ZoneCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
