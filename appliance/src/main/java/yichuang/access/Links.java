package yichuang.access;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * The link of a ticket: its id and a MAC of 144 bits under the hall key. Whoever has it is the
 * person; nothing of it is stored, so a retry is told the same link and a thief of the data cannot
 * make one.
 */
public final class Links {
    private static final int ID_LENGTH = 16;
    private static final int MAC_BYTES = 18;
    private static final int LENGTH = ID_LENGTH + MAC_BYTES * 4 / 3;

    private final HallKey key;

    public Links(HallKey key) {
        this.key = key;
    }

    public String of(TicketId ticket) {
        return ticket.value() + Base64.getUrlEncoder().encodeToString(mac(ticket));
    }

    /** {@return whose link it is; empty for anything that this hall did not make} */
    public Optional<TicketId> find(String link) {
        if (link.length() != LENGTH) {
            return Optional.empty();
        }
        TicketId ticket = new TicketId(link.substring(0, ID_LENGTH));
        try {
            byte[] given = Base64.getUrlDecoder().decode(link.substring(ID_LENGTH));
            return MessageDigest.isEqual(given, mac(ticket))
                    ? Optional.of(ticket)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(TicketId ticket) {
        return Arrays.copyOf(key.mac("link", ticket.value()), MAC_BYTES);
    }
}
