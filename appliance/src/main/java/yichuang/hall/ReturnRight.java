package yichuang.hall;

import java.time.LocalDate;
import java.util.List;

/**
 * What a return visit is recognised by: the case number of a 容缺 acceptance, or the code of a ticket
 * the day ended on.
 *
 * @param lastDay the last day it is good for
 */
public record ReturnRight(String code, TicketId from, List<ItemCode> items, LocalDate lastDay) {
    public ReturnRight {
        items = List.copyOf(items);
    }
}
