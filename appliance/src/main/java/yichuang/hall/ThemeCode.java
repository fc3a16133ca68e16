package yichuang.hall;

/** A theme 一件事. */
public record ThemeCode(String value) implements Comparable<ThemeCode> {
    public ThemeCode {
        Checks.word("ThemeCode", value);
    }

    @Override
    public int compareTo(ThemeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
