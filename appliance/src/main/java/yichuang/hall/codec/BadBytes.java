package yichuang.hall.codec;

/** The bytes are not what this release, or one before it, wrote. */
public final class BadBytes extends RuntimeException {
    public BadBytes(String why) {
        super(why);
    }
}
