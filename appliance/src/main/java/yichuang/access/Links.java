package yichuang.access;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * The link of a ticket: its id and a MAC of 144 bits under the hall key. Whoever has it is the
 * person; nothing of it is stored, so a retry is told the same link and a thief of the data cannot
 * make one.
 *
 * <p>The link of an office outside of the hall is made the same way, and is no secret: it hangs on
 * the office's counter. It shows that its QR code is this hall's, and for which office.
 */
public final class Links {
    private static final int ID_LENGTH = 16;
    private static final int MAC_BYTES = 18;
    private static final char DOT = '.';
    private static final int LENGTH = ID_LENGTH + MAC_BYTES * 4 / 3;

    private final HallKey key;

    public Links(HallKey key) {
        this.key = key;
    }

    public String of(TicketId ticket) {
        return ticket.value() + Base64.getUrlEncoder().encodeToString(mac("link", ticket.value()));
    }

    /** {@return whose link it is; empty for anything that this hall did not make} */
    public Optional<TicketId> find(String link) {
        if (link.length() != LENGTH) {
            return Optional.empty();
        }
        TicketId ticket = new TicketId(link.substring(0, ID_LENGTH));
        return isOurs(link.substring(ID_LENGTH), mac("link", ticket.value()))
                ? Optional.of(ticket)
                : Optional.empty();
    }

    /**
     * {@return a name for what is sent to the person of the ticket; always the same, and it tells
     * nothing of the ticket}
     */
    public String messageId(TicketId ticket) {
        return HexFormat.of().formatHex(mac("message", ticket.value()));
    }

    public String ofUnit(String unit) {
        return unit + DOT + Base64.getUrlEncoder().encodeToString(mac("unit", unit));
    }

    /** {@return the id of the office; empty for anything that this hall did not make} */
    public Optional<String> findUnit(String link) {
        int dot = link.lastIndexOf(DOT);
        if (dot < 1 || link.length() - dot - 1 != MAC_BYTES * 4 / 3) {
            return Optional.empty();
        }
        String unit = link.substring(0, dot);
        return isOurs(link.substring(dot + 1), mac("unit", unit))
                ? Optional.of(unit)
                : Optional.empty();
    }

    private static boolean isOurs(String given, byte[] mac) {
        try {
            return MessageDigest.isEqual(Base64.getUrlDecoder().decode(given), mac);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private byte[] mac(String purpose, String id) {
        return Arrays.copyOf(key.mac(purpose, id), MAC_BYTES);
    }
}
