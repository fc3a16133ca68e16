package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Says on disk that rows are being copied, so that a start in the middle knows that they are a
 * mixture: nothing is written or reported before all are there.
 */
final class CopyMark {
    private CopyMark() {}

    /** {@return up to which entry the rows must come from elsewhere; empty when they are whole} */
    static Optional<Long> load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT up_to FROM copying")) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    /** Before the first row is copied. */
    static void set(Connection connection, long upTo) throws SQLException {
        try (PreparedStatement mark =
                connection.prepareStatement("MERGE INTO copying KEY (only_row) VALUES (TRUE, ?)")) {
            mark.setLong(1, upTo);
            mark.executeUpdate();
        }
        connection.commit();
    }

    static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM copying");
        }
        connection.commit();
    }

    /** The rows are whole up to this entry. The mark and the index change together. */
    static void whole(Connection connection, long index) throws SQLException {
        try (PreparedStatement progress =
                        connection.prepareStatement("UPDATE progress SET log_index = ?");
                Statement statement = connection.createStatement()) {
            progress.setLong(1, index);
            progress.executeUpdate();
            statement.executeUpdate("DELETE FROM copying");
        }
        connection.commit();
    }
}
