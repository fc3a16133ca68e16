package yichuang.access;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Bytes under a key of 256 bits: AES-GCM with a fresh nonce in front, and HMAC-SHA-256. */
public final class Sealed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Sealed() {}

    /** {@return these bytes, sealed under the key of 32 bytes} */
    public static byte[] seal(byte[] key, byte[] plain) {
        try {
            byte[] nonce = random(NONCE_BYTES);
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            byte[] both = Arrays.copyOf(nonce, nonce.length + secret.length);
            System.arraycopy(secret, 0, both, nonce.length, secret.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * {@return what was sealed}
     *
     * @throws GeneralSecurityException when it was sealed under another key, or changed since
     */
    public static byte[] open(byte[] key, byte[] both) throws GeneralSecurityException {
        if (both.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short to be sealed");
        }
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce)
                .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
    }

    /** {@return the HMAC-SHA-256 of the message} */
    public static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** {@return so many bytes nobody can guess} */
    public static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
