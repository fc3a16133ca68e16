package yichuang.dispatch;

import yichuang.hall.TicketId;

/** Someone who waits for a window, with the place of the leg it would call. */
public record Waiting(TicketId ticket, String number, Place place) {}
