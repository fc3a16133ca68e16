package yichuang.devices;

import java.util.List;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * A piece of paper, ready to be laid out.
 *
 * @param headline printed large: the ticket's number
 * @param lines printed small, in this order
 * @param link printed as a QR code, and below it as text
 */
public record Slip(
        TicketId ticket, String hall, String headline, List<String> lines, Optional<String> link) {
    public Slip {
        lines = List.copyOf(lines);
    }
}
