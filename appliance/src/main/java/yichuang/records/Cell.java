package yichuang.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import yichuang.hall.codec.Tag;

/** One value of a row on its way to another node. */
sealed interface Cell {
    @Tag(1)
    record Nothing() implements Cell {}

    @Tag(2)
    record Words(String value) implements Cell {}

    @Tag(3)
    record Count(long value) implements Cell {}

    @Tag(4)
    record Flag(boolean value) implements Cell {}

    @Tag(5)
    record Day(LocalDate value) implements Cell {}

    @Tag(6)
    record Moment(Instant value) implements Cell {}

    /** {@return the cell of a column as JDBC gave it} */
    static Cell of(Object value) {
        return switch (value) {
            case null -> new Nothing();
            case String text -> new Words(text);
            case Long number -> new Count(number);
            case Integer number -> new Count(number);
            case Boolean flag -> new Flag(flag);
            case java.sql.Date day -> new Day(day.toLocalDate());
            case java.time.OffsetDateTime at -> new Moment(at.toInstant());
            default -> throw new IllegalStateException("no cell for " + value.getClass());
        };
    }

    /** {@return its value for JDBC} */
    default Object column() {
        return switch (this) {
            case Nothing nothing -> Optional.empty();
            case Words words -> words.value();
            case Count count -> count.value();
            case Flag flag -> flag.value();
            case Day day -> day.value();
            case Moment moment -> moment.value();
        };
    }
}
