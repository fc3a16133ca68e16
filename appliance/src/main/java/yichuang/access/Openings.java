package yichuang.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Openings of the page of an office outside of the hall: a signed token for each, bound to the
 * office and to the browser that opened it, so that no rating can be prepared for later, or sent
 * again from elsewhere. Nothing of it is stored before it is used.
 *
 * <p>A browser is known by a cookie of random bits, made here and kept nowhere. It proves no
 * person: who throws the cookie away is another browser.
 */
public final class Openings {
    private static final int ID_BYTES = 12;
    private static final int MAC_BYTES = 18;
    private static final int BYTES = ID_BYTES + Long.BYTES + MAC_BYTES;
    private static final int BROWSER_BYTES = 15;

    private final HallKey key;

    public Openings(HallKey key) {
        this.key = key;
    }

    /** An opening that this hall made. */
    public record Opened(String id, Instant at) {}

    /** {@return a new opening of the office's page, by this browser, at this time} */
    public String make(String unit, String browser, Instant at) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(Sealed.random(ID_BYTES)).putLong(at.getEpochSecond());
        bytes.put(mac(unit, browser, Arrays.copyOf(bytes.array(), ID_BYTES + Long.BYTES)));
        return encoded(bytes.array());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** {@return the opening; empty when it is not this hall's, this office's and this browser's} */
    public Optional<Opened> find(String opening, String unit, String browser) {
        byte[] bytes = decoded(opening);
        // The last letter has bits to spare: only as it was written is it the same.
        if (bytes.length != BYTES || !encoded(bytes).equals(opening)) {
            return Optional.empty();
        }
        byte[] signed = Arrays.copyOf(bytes, ID_BYTES + Long.BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, signed.length, BYTES);
        if (!MessageDigest.isEqual(mac, mac(unit, browser, signed))) {
            return Optional.empty();
        }
        return Optional.of(
                new Opened(
                        HexFormat.of().formatHex(bytes, 0, ID_BYTES),
                        Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong(ID_BYTES))));
    }

    /** {@return the name of a browser that has none yet} */
    public String newBrowser() {
        byte[] random = Sealed.random(BROWSER_BYTES);
        return HexFormat.of().formatHex(random) + "." + browserMac(random);
    }

    /** {@return whether the name was given here} */
    public boolean isBrowser(String name) {
        int dot = name.indexOf('.');
        try {
            byte[] random = HexFormat.of().parseHex(name, 0, Math.max(0, dot));
            return random.length == BROWSER_BYTES
                    && MessageDigest.isEqual(
                            name.substring(dot + 1).getBytes(StandardCharsets.US_ASCII),
                            browserMac(random).getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notHex) {
            return false;
        }
    }

    /**
     * {@return what stands for a browser or a network address on one day: it cannot be turned back
     * without the hall key, and no day's is another day's}
     */
    public String onDay(String of, LocalDate day) {
        return HexFormat.of().formatHex(key.mac("rater", day + " " + of), 0, ID_BYTES);
    }

    private byte[] mac(String unit, String browser, byte[] signed) {
        String text = unit + "\n" + browser + "\n" + HexFormat.of().formatHex(signed);
        return Arrays.copyOf(key.mac("opening", text), MAC_BYTES);
    }

    private String browserMac(byte[] random) {
        byte[] mac = key.mac("browser", HexFormat.of().formatHex(random));
        return HexFormat.of().formatHex(mac, 0, ID_BYTES);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notOne) {
            return new byte[0];
        }
    }
}
