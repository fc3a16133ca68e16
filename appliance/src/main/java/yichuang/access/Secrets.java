package yichuang.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import yichuang.hall.TicketId;

/** Random secrets, ids nobody can guess, and the hash that is all the hall keeps of a secret. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final char[] LETTERS = "abcdefghijkmnpqrstuvwxyz23456789".toCharArray();
    private static final char[] CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789".toCharArray();
    private static final int ID_LENGTH = 16;
    private static final int CODE_LENGTH = 10;

    private Secrets() {}

    /** {@return a new token's secret, 256 bits} */
    public static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * {@return a one-time code that a person can type: 10 letters without look-alikes, good for
     * minutes only}
     */
    public static String code() {
        return letters(CODE_LETTERS, CODE_LENGTH);
    }

    /** {@return letters of a one-time code, just short of 5 bits each} */
    public static String code(int letters) {
        return letters(CODE_LETTERS, letters);
    }

    /** {@return an id for a ticket, rating or complaint, 80 bits} */
    public static String id() {
        return letters(LETTERS, ID_LENGTH);
    }

    public static TicketId ticketId() {
        return new TicketId(id());
    }

    /** {@return the hash under which the hall knows the secret, in hexadecimal} */
    public static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String letters(char[] alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet[RANDOM.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
