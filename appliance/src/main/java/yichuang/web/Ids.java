package yichuang.web;

import java.util.Optional;
import java.util.function.Function;
import yichuang.hall.ItemCode;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/** Ids as callers write them. One that no id can be is unknown, not an accident. */
final class Ids {
    private static final int LENGTH_MAX = 64;

    private Ids() {}

    static WindowId window(String text) {
        return of(text, WindowId::new)
                .orElseThrow(
                        () ->
                                Problem.of(ProblemType.UNKNOWN_WINDOW)
                                        .with("window", shortened(text))
                                        .found());
    }

    static TicketId ticket(String text) {
        return of(text, TicketId::new)
                .orElseThrow(
                        () ->
                                Problem.of(ProblemType.UNKNOWN_TICKET)
                                        .with("ticket", shortened(text))
                                        .found());
    }

    static ItemCode item(String text) {
        return of(text, ItemCode::new)
                .orElseThrow(
                        () ->
                                Problem.of(ProblemType.UNKNOWN_ITEM)
                                        .with("what", "item")
                                        .with("value", shortened(text))
                                        .found());
    }

    /** {@return the id; empty when it is too short or too long for one} */
    static <T> Optional<T> of(String text, Function<String, T> make) {
        return text.isEmpty() || text.length() > LENGTH_MAX
                ? Optional.empty()
                : Optional.of(make.apply(text));
    }

    private static String shortened(String text) {
        return text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
    }
}
