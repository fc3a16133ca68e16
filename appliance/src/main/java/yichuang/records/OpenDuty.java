package yichuang.records;

import java.time.Instant;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/** A question asked upwards for a visitor 请示 that nobody has answered yet. */
public record OpenDuty(
        TicketId ticket,
        int leg,
        String number,
        WindowId window,
        String who,
        Instant askedAt,
        Instant answerBy) {}
