package yichuang.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

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

    /**
     * Keeps the key that a hall gave to this node when it joined; durable on return.
     *
     * @throws IOException also when the file exists: a key is never overwritten
     */
    public static HallKey keep(Path file, byte[] key) throws IOException {
        if (key.length != BYTES) {
            throw new IOException("A hall key has " + BYTES + " bytes, not " + key.length);
        }
        if (Files.exists(file)) {
            throw new IOException(
                    file + " is there already. Move it away if it belongs to another hall.");
        }
        write(file, key);
        return open(file);
    }

    /** {@return the key itself: only for a node that has proved that it may join} */
    public byte[] forNewNode() {
        return key.clone();
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        write(file, key);
    }

    private static void write(Path file, byte[] key) throws IOException {
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
        Files.writeString(
                file,
                Base64.getEncoder().encodeToString(key) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
    }

    /** {@return the MAC of a text under the key for one purpose} */
    byte[] mac(String purpose, String text) {
        return hmac(derived(purpose), text);
    }

    /** {@return the key for one purpose, 256 bits} */
    public byte[] derived(String purpose) {
        return hmac(key, purpose);
    }

    private static byte[] hmac(byte[] key, String text) {
        return Sealed.mac(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
