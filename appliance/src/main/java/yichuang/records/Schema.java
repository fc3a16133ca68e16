package yichuang.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, made by numbered SQL files run once each in their order. A file that was released is
 * never edited; a change is a new file. H2 commits each DDL statement by itself, so a file must
 * stand being run again after a crash in its middle only if it is the first, on an empty database,
 * which is then made anew.
 */
final class Schema {
    private static final List<String> FILES =
            List.of(
                    "V1__what_happened.sql",
                    "V2__copied_rows.sql",
                    "V3__outbox.sql",
                    "V4__ratings_with_follow_up.sql",
                    "V5__islands.sql",
                    "V6__ratings_excluded.sql",
                    "V7__rectifications.sql",
                    "V8__units.sql",
                    "V9__invitations.sql");

    private Schema() {}

    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER)");
            int done = version(statement);
            if (done == 0) {
                statement.execute("DROP ALL OBJECTS");
                statement.execute("CREATE TABLE schema_version (version INTEGER)");
            }
            for (int i = done; i < FILES.size(); i++) {
                statement.execute(text(FILES.get(i)));
                statement.execute("INSERT INTO schema_version VALUES (" + (i + 1) + ")");
            }
            connection.commit();
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT MAX(version) FROM schema_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String text(String file) {
        try (InputStream in = Schema.class.getResourceAsStream("/schema/records/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no schema file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
