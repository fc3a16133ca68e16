package yichuang.hall;

/** A window of the hall, by the id its configuration gives it, for instance {@code 3}. */
public record WindowId(String value) implements Comparable<WindowId> {
    public WindowId {
        Checks.word("WindowId", value);
    }

    @Override
    public int compareTo(WindowId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
