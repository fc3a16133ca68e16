package yichuang.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Event;
import yichuang.hall.StaffId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/** What each window was doing, with whom, from when until when. */
final class WindowRows {
    private final Batch begin;
    private final Batch end;
    private final Map<WindowId, Doing> now = new HashMap<>();

    private record Doing(String state, Optional<StaffId> staff) {}

    WindowRows(Connection connection) throws SQLException {
        this.begin =
                Batch.merge(
                        connection,
                        "window_states",
                        "window_id, log_index, place",
                        "window_id, log_index, place, state, staff_id, since, until");
        this.end =
                new Batch(
                        connection,
                        "UPDATE window_states SET until = ? WHERE window_id = ? AND until IS NULL");
        load(connection);
    }

    private void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT window_id, state, staff_id FROM window_states"
                                        + " WHERE until IS NULL")) {
            while (row.next()) {
                now.put(
                        new WindowId(row.getString(1)),
                        new Doing(
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)).map(StaffId::new)));
            }
        }
    }

    /** {@code place} in a batch from an island, from 1; else 0. */
    void happened(long index, int place, Event event) throws SQLException {
        if (event instanceof Event.AtWindow at) {
            changed(index, place, at.at(), at.window());
        } else if (event instanceof Event.WindowChanged changed) {
            changed(index, place, changed.at(), changed.window());
        }
    }

    private void changed(long index, int place, Instant at, Window window) throws SQLException {
        Doing doing = new Doing(window.state().name(), window.staff());
        if (doing.equals(now.put(window.id(), doing))) {
            return;
        }
        // One after the other: a window may change twice in one transaction.
        end.add(at, window.id().value());
        end.run();
        begin.add(
                window.id().value(),
                index,
                place,
                doing.state(),
                doing.staff().map(StaffId::value),
                at,
                Optional.empty());
        begin.run();
    }
}
