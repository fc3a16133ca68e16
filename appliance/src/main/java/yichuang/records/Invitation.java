package yichuang.records;

import java.time.Instant;
import yichuang.hall.TicketId;

/**
 * A link to rate a visit by that is to be sent.
 *
 * @param number of the ticket
 * @param phone sealed
 * @param until the visit can be rated no longer then
 */
public record Invitation(
        TicketId ticket, String number, Instant closedAt, Instant until, String phone) {}
