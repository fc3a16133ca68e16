package standin;

/** What the platform says no with, in its own words. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String words) {
        super(words);
    }
}
