package yichuang.web;

/** An act on the hall's nodes that is right, but not at this moment. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String words;
    private final String node;

    /**
     * @param words key of the sentences that say why, and what to do
     * @param node the node, or nodes, that they name
     */
    public NotNow(String words, String node) {
        super(words + " " + node, null, false, false);
        this.words = words;
        this.node = node;
    }

    String words() {
        return words;
    }

    String node() {
        return node;
    }
}
