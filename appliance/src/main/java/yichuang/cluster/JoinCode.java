package yichuang.cluster;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import yichuang.access.Secrets;

/**
 * A one-time code that lets one node in: 24 letters in groups of four, of which the first four find
 * it and the other twenty are the secret, 99 bits. So many because a man in the middle is shown a
 * MAC under it and may try codes against that for as long as he likes; with ten letters a rented
 * rack finds it over night.
 */
public record JoinCode(String id, String secret) {
    private static final int ID_LETTERS = 4;
    private static final int SECRET_LETTERS = 20;
    private static final int GROUP = 4;
    private static final int KEY_BYTES = 32;

    /** {@return a new code} */
    public static JoinCode make() {
        return new JoinCode(Secrets.code(ID_LETTERS), Secrets.code(SECRET_LETTERS));
    }

    /** Reads what a person typed: small letters, spaces and missing dashes do no harm. */
    public static JoinCode of(String typed) {
        String letters = typed.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        if (letters.length() != ID_LETTERS + SECRET_LETTERS) {
            throw new JoinRefused(JoinRefusal.WRONG_CODE, "");
        }
        return new JoinCode(letters.substring(0, ID_LETTERS), letters.substring(ID_LETTERS));
    }

    /**
     * {@return what the hall keeps instead of the secret, in hexadecimal. Whoever reads it can join
     * until the code is used or too old}
     */
    public String proofKey() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(Fields.utf8("yichuang join " + id + secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static byte[] key(String proofKey) {
        byte[] key = HexFormat.of().parseHex(proofKey);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a proof key has 32 bytes");
        }
        return key;
    }

    @Override
    public String toString() {
        return (id + secret).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
