package yichuang.records;

import java.util.List;
import java.util.Optional;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.TicketId;

/** Ratings as people give them. */
final class Ratings {
    private Ratings() {}

    static Command of(String ticket, int level, Channel channel) {
        return new Command.Rate(
                "rating-" + ticket,
                new TicketId(ticket),
                level,
                channel,
                List.of(),
                Optional.empty(),
                1,
                Optional.empty());
    }
}
