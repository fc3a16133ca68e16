package yichuang.dispatch;

import java.util.Optional;
import yichuang.hall.ItemCode;

/**
 * One waiting leg.
 *
 * @param line where it stands unless it is reserved
 * @param minutes expected at the window, for all its cases
 */
record InLine(Arrival arrival, ItemCode item, Line line, int minutes, Optional<Reserve> reserve) {
    InLine lapsed() {
        return new InLine(arrival, item, line, minutes, Optional.empty());
    }

    Terms terms() {
        return line.terms();
    }
}
