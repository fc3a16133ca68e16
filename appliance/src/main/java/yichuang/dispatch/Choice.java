package yichuang.dispatch;

import yichuang.hall.TicketId;
import yichuang.hall.Why;

/** Which leg a window should call, and why. */
public record Choice(TicketId ticket, int leg, Why why) {}
