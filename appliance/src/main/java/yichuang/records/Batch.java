package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** One statement, run for many rows at once. */
final class Batch implements AutoCloseable {
    private static final int ROWS_MAX = 1_000;

    private final PreparedStatement statement;
    private int rows;

    Batch(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
    }

    /** {@return the statement that inserts or replaces the row with these key columns} */
    static Batch merge(Connection connection, String table, String key, String columns)
            throws SQLException {
        String marks = columns.replaceAll("[a-z_0-9]+", "?");
        return new Batch(
                connection,
                "MERGE INTO %s (%s) KEY (%s) VALUES (%s)".formatted(table, columns, key, marks));
    }

    static Batch insert(Connection connection, String table, String columns) throws SQLException {
        String marks = columns.replaceAll("[a-z_0-9]+", "?");
        return new Batch(
                connection, "INSERT INTO %s (%s) VALUES (%s)".formatted(table, columns, marks));
    }

    /** Adds a row; an empty {@code Optional} is NULL, an enum its name. */
    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
        statement.addBatch();
        rows++;
        if (rows >= ROWS_MAX) {
            run();
        }
    }

    private static Object column(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return plain instanceof Enum<?> one ? one.name() : plain;
    }

    void run() throws SQLException {
        if (rows > 0) {
            statement.executeBatch();
            rows = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
