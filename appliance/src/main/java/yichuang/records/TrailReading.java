package yichuang.records;

import static yichuang.records.Database.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows the chain of the audit trail from its beginning, page by page. */
final class TrailReading {
    private static final int PAGE = 10_000;

    private final Database database;

    TrailReading(Database database) {
        this.database = database;
    }

    private record Row(TrailEntry entry, String before, String hash) {}

    TrailCheck verify() {
        String head = TrailEntry.BEGINNING;
        long rows = 0;
        long after = Long.MIN_VALUE;
        while (true) {
            List<Row> page = page(after);
            for (Row row : page) {
                if (!row.before().equals(head) || !row.hash().equals(row.entry().hashAfter(head))) {
                    return new TrailCheck(rows, Optional.of(row.entry().index()), head);
                }
                head = row.hash();
                rows++;
                after = row.entry().index();
            }
            if (page.size() < PAGE) {
                return new TrailCheck(rows, Optional.empty(), head);
            }
        }
    }

    private List<Row> page(long after) {
        return database.list(
                "SELECT * FROM trail WHERE log_index > ? ORDER BY log_index FETCH FIRST ? ROWS ONLY",
                row -> new Row(entry(row), row.getString("hash_before"), row.getString("hash")),
                after,
                PAGE);
    }

    static TrailEntry entry(ResultSet row) throws SQLException {
        return new TrailEntry(
                row.getLong("log_index"),
                row.getObject("happened_at", Instant.class),
                row.getString("by_token"),
                row.getString("act"),
                text(row, "window_id"),
                text(row, "ticket"),
                row.getString("details"));
    }
}
