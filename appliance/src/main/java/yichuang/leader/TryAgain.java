package yichuang.leader;

/**
 * Three choices in a row were overtaken by other windows; nothing was changed, asking again is
 * safe.
 */
public final class TryAgain extends RuntimeException {
    TryAgain() {
        super("three choices were overtaken", null, false, false);
    }
}
