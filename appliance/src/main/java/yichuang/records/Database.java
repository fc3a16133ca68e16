package yichuang.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the records stand: one H2 file, opened inside this process only. There is no port, so its
 * protection is the file's: directory 0700, file 0600 (docs/internals/records.md).
 */
final class Database {
    /**
     * WRITE_DELAY: the log carries the promise, H2 may lose its newest second. CACHE_SIZE in KB,
     * for a heap of 128 MB. Rewriting full chunks only when 60 % of the file is dead spares the SD
     * card.
     */
    private static final String SETTINGS =
            ";CACHE_SIZE=4096;AUTO_COMPACT_FILL_RATE=40"
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /** The log carries the promise: H2 may lose its newest second. */
    private static final int WRITE_DELAY_MILLIS = 1_000;

    private static final long FREE_BYTES_MIN = 32L << 20;

    private final Path file;
    private final String url;

    private Database(Path file, String url) {
        this.file = file;
        this.url = url;
    }

    static Database in(Path dir) {
        return in(dir, "file", WRITE_DELAY_MILLIS);
    }

    /** {@code fileSystem} is H2's name of the file system, {@code file} outside of tests. */
    static Database in(Path dir, String fileSystem, int writeDelayMillis) {
        Path name = dir.toAbsolutePath().resolve("records");
        return new Database(
                name.resolveSibling("records.mv.db"),
                "jdbc:h2:"
                        + fileSystem
                        + ":"
                        + name
                        + SETTINGS
                        + ";WRITE_DELAY="
                        + writeDelayMillis);
    }

    /** Makes the directory, closed to everybody else. */
    static void prepare(Path dir) {
        try {
            Files.createDirectories(dir);
            own(dir, "rwx------");
        } catch (IOException broken) {
            throw new UncheckedIOException(dir + " cannot hold the records", broken);
        }
    }

    /** Closes the file to everybody but this process's user. */
    void protect() {
        try {
            own(file, "rw-------");
        } catch (IOException broken) {
            throw new UncheckedIOException(file + " cannot be protected", broken);
        }
    }

    private static void own(Path path, String rights) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    /**
     * Throws unless the disk has room to spare. H2 may damage its file when a write of its own is
     * refused (2 in 970 refusals, internals/records.md), so it is not to meet the end of the disk.
     */
    void needRoom() throws SQLException {
        try {
            long free = Files.getFileStore(file.getParent()).getUsableSpace();
            if (free < FREE_BYTES_MIN) {
                throw new SQLException(
                        "%s has %d MiB free; the records need %d"
                                .formatted(file.getParent(), free >> 20, FREE_BYTES_MIN >> 20));
            }
        } catch (IOException broken) {
            throw new SQLException(broken);
        }
    }

    /**
     * Puts a damaged file beside the one that the next connection makes; an earlier one that was
     * put there goes.
     *
     * @return where it is
     */
    Path setAside() throws IOException {
        Path damaged = file.resolveSibling("records-damaged.mv.db");
        Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
        return damaged;
    }

    /** {@return a connection; opens the file with the first one, closes it with the last} */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }

    /**
     * {@return a connection that sees all tables as of its first question, as long as it is open}
     */
    Connection asOfNow() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
        }
        return connection;
    }

    /** Makes a value of the row a query stands on. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** {@return a value for each row of the query} */
    <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException broken) {
            throw new RecordsUnavailable(broken);
        }
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Instant.class));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}
