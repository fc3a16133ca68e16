package yichuang;

/** Which program this is; the nodes of one hall run the same. */
final class Release {
    static final String NAME = "1.0.0";

    private Release() {}
}
