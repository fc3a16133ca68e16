package yichuang.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import yichuang.hall.Contact;

/**
 * Seals a phone number: encrypted (AES-256-GCM) under a key of this visit's own, which is itself
 * wrapped by the hall key. Dropping the sealed text, or losing the hall key, erases it.
 */
public final class Contacts {
    private static final int KEY_BYTES = 32;
    private static final int PERSON_BYTES = 12;
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 4;

    private final HallKey key;

    public Contacts(HallKey key) {
        this.key = key;
    }

    /**
     * {@return the number as the hall may keep it: a keyed hash, the sealed number, and what staff
     * may see}
     */
    public Contact of(String phone) {
        return of(phone, false);
    }

    /** {@return the same, for a person who agreed to be sent a link to rate the visit by} */
    public Contact forRating(String phone) {
        return of(phone, true);
    }

    private Contact of(String phone, boolean forRating) {
        String person =
                HexFormat.of().formatHex(Arrays.copyOf(key.mac("person", phone), PERSON_BYTES));
        return new Contact(person, Optional.of(sealed(phone)), masked(phone), forRating);
    }

    /** {@return a text sealed under a key of its own, which the hall key wraps} */
    public String sealed(String plain) {
        byte[] visitKey = Sealed.random(KEY_BYTES);
        return base64(Sealed.seal(key.derived("contact"), visitKey))
                + "."
                + base64(Sealed.seal(visitKey, plain.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * {@return the phone number of a contact; empty when it was erased or sealed under another hall
     * key}
     */
    public Optional<String> phone(Contact contact) {
        return contact.sealed().flatMap(this::opened);
    }

    /** {@return what was sealed; empty when it was sealed under another hall key, or changed} */
    public Optional<String> opened(String sealed) {
        int dot = sealed.indexOf('.');
        try {
            byte[] visitKey =
                    Sealed.open(
                            key.derived("contact"),
                            unbase64(sealed.substring(0, Math.max(0, dot))));
            byte[] plain = Sealed.open(visitKey, unbase64(sealed.substring(dot + 1)));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String masked(String phone) {
        if (phone.length() <= SHOWN_BEFORE + SHOWN_AFTER) {
            return "*".repeat(phone.length());
        }
        return phone.substring(0, SHOWN_BEFORE)
                + "*".repeat(phone.length() - SHOWN_BEFORE - SHOWN_AFTER)
                + phone.substring(phone.length() - SHOWN_AFTER);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] unbase64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
