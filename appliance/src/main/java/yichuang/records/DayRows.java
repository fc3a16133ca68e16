package yichuang.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import yichuang.hall.Event;

/** The hall's business days, also those opened or closed by a wrong clock and put right. */
final class DayRows {
    private final Batch opened;
    private final Batch closed;
    private final Batch reopened;
    private final Batch mistaken;

    DayRows(Connection connection) throws SQLException {
        this.opened =
                Batch.merge(
                        connection, "days", "business_day", "business_day, opened_at, closed_at");
        this.closed = new Batch(connection, "UPDATE days SET closed_at = ? WHERE business_day = ?");
        this.reopened =
                new Batch(
                        connection,
                        """
                        UPDATE days SET closed_at = NULL WHERE business_day = ?
                        AND business_day = (SELECT MAX(business_day) FROM days)
                        """);
        this.mistaken =
                new Batch(
                        connection,
                        "UPDATE days SET closed_at = ? WHERE business_day > ? AND closed_at IS NULL");
    }

    void happened(Event event, Catalogue names) throws SQLException {
        if (event instanceof Event.DayOpened open) {
            opened.add(open.day(), open.at(), java.util.Optional.empty());
            opened.run();
        } else if (event instanceof Event.DayClosed close) {
            closed.add(close.at(), close.day());
            closed.run();
        } else if (event instanceof Event.TimeCorrected corrected) {
            LocalDate day = corrected.at().atZone(ZoneId.of(names.timeZone())).toLocalDate();
            reopened.add(day);
            reopened.run();
            mistaken.add(corrected.from(), day);
            mistaken.run();
        }
    }
}
