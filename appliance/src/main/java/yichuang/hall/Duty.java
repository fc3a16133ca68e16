package yichuang.hall;

import java.time.Instant;

/** A question asked upwards for a visitor 请示; open until it is answered. */
public record Duty(
        TicketId ticket, int leg, String number, WindowId window, String who, Instant answerBy) {}
