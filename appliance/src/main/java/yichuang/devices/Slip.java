package yichuang.devices;

import java.util.List;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * A piece of paper, ready to be laid out.
 *
 * @param kind what it is for
 * @param headline printed large: the ticket's number
 * @param lines printed small, in this order
 * @param link printed as a QR code, and below it as text
 */
public record Slip(
        Kind kind,
        TicketId ticket,
        String hall,
        String headline,
        List<String> lines,
        Optional<String> link) {
    /** What a slip is for. */
    public enum Kind {
        /** To wait with: its headline is what counts. */
        TICKET,
        /** To come back with: its first line is its title. */
        NOTICE
    }

    public Slip {
        lines = List.copyOf(lines);
    }
}
