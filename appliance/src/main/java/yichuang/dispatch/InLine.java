package yichuang.dispatch;

import java.time.Instant;
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

    /** The same leg, had it come no earlier than that. */
    InLine countingFrom(Instant since) {
        return since.isAfter(arrival.since())
                ? new InLine(arrival.at(since), item, line, minutes, reserve)
                : this;
    }

    Terms terms() {
        return line.terms();
    }
}
