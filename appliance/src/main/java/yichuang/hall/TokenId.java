package yichuang.hall;

/**
 * One credential of {@link Token}; says who asked, in the trail and in the scope of a request key.
 */
public record TokenId(String value) implements Comparable<TokenId> {
    public TokenId {
        Checks.word("TokenId", value);
    }

    @Override
    public int compareTo(TokenId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
