package yichuang.evaluation.gateway;

import yichuang.hall.Channel;
import yichuang.hall.TicketId;
import yichuang.records.Invitations;

/** The hall as the gateway's sender needs it. */
public interface Desk extends yichuang.evaluation.sending.Desk {
    /**
     * {@return who is to be sent a link}
     *
     * @throws yichuang.records.RecordsUnavailable while rows are missing or the disk is broken
     */
    Invitations invitations();

    /** {@return the address of the ticket's page, which says by which channel it came} */
    String link(TicketId ticket, Channel channel);

    /** {@return the message's id, the same on every node and after every restart} */
    String id(TicketId ticket);
}
