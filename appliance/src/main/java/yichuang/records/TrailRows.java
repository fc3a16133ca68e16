package yichuang.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/** The audit trail: one row per act, each chained to the one before it by its hash. */
final class TrailRows {
    private final Batch trail;
    private String last;

    TrailRows(Connection connection) throws SQLException {
        this.trail =
                Batch.insert(
                        connection,
                        "trail",
                        "log_index, happened_at, by_token, act, window_id, ticket, details,"
                                + " hash_before, hash");
        this.last = last(connection);
    }

    private static String last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT hash FROM trail ORDER BY log_index DESC"
                                        + " FETCH FIRST ROW ONLY")) {
            return row.next() ? row.getString(1) : TrailEntry.BEGINNING;
        }
    }

    void happened(long index, Entry entry, List<Event> events) throws SQLException {
        Optional<Act> found = Act.of(entry.command(), entry.by(), events);
        if (found.isEmpty()) {
            return;
        }
        Act act = found.get();
        // What an island did has the island's times; the last event is that it has joined.
        TrailEntry row =
                new TrailEntry(
                        index,
                        events.getLast().at(),
                        entry.by().value(),
                        act.act(),
                        act.window().map(WindowId::value),
                        act.ticket().map(TicketId::value),
                        act.details());
        String hash = row.hashAfter(last);
        trail.add(
                row.index(),
                row.at(),
                row.by(),
                row.act(),
                row.window(),
                row.ticket(),
                row.details(),
                last,
                hash);
        last = hash;
    }

    void write() throws SQLException {
        trail.run();
    }
}
