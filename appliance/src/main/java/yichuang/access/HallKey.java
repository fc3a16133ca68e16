package yichuang.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hall's own secret, 256 bits in a file outside of the data, so that a stolen disk image or
 * backup reads no phone number and makes no ticket's link. Every other key is derived from it, one
 * for each purpose.
 */
public final class HallKey {
    private static final int BYTES = 32;
    private final byte[] key;

    private HallKey(byte[] key) {
        this.key = key;
    }

    /**
     * Reads the key, or makes it when the file is absent.
     *
     * @throws IOException also when the file is not a key: it is never overwritten
     */
    public static HallKey open(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        try {
            byte[] key =
                    Base64.getDecoder()
                            .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (key.length == BYTES) {
                return new HallKey(key);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(notAKey(file), e);
        }
        throw new IOException(notAKey(file));
    }

    private static String notAKey(Path file) {
        return file
                + " is not a hall key. Restore it from the backup; without it old links and phone numbers are lost.";
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return; // somebody else was faster; theirs is the key
        }
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    }

    /** {@return the MAC of a text under the key for one purpose} */
    byte[] mac(String purpose, String text) {
        return hmac(derived(purpose), text);
    }

    /** {@return the key for one purpose} */
    byte[] derived(String purpose) {
        return hmac(key, purpose);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
