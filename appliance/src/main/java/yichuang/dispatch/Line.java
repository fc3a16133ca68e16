package yichuang.dispatch;

/**
 * A line of equals: the same windows, the same terms. So whoever came first goes first, whatever
 * the hour and the window, and only the heads of lines need comparing.
 */
final class Line {
    private final Kind kind;
    private final Terms terms;
    private final Row waiting = new Row();
    private final Row expected = new Row();

    Line(Kind kind, Terms terms) {
        this.kind = kind;
        this.terms = terms;
    }

    Kind kind() {
        return kind;
    }

    Terms terms() {
        return terms;
    }

    /** {@return legs that can be called} */
    Row waiting() {
        return waiting;
    }

    /** {@return legs whose tickets are still on their way to the log} */
    Row expected() {
        return expected;
    }
}
