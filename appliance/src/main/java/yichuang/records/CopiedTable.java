package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import yichuang.hall.codec.Codec;

/**
 * A table as it is copied: page by page in an order that has an index, so that what happened last
 * stands at the end and whole pages before it are the same on both sides.
 *
 * @param key the columns of its primary key
 * @param order the columns by which it is read, which name one row
 */
record CopiedTable(String name, String key, List<String> order) {
    /** About 200 KB, and a few milliseconds of reading. */
    static final int PAGE_ROWS = 400;

    /** The names first, the trail last. */
    static final List<CopiedTable> ALL =
            List.of(
                    new CopiedTable("hall", "only_row", List.of("only_row")),
                    new CopiedTable("items", "code", List.of("code")),
                    new CopiedTable("windows", "id", List.of("id")),
                    new CopiedTable("staff", "id", List.of("id")),
                    new CopiedTable("units", "id", List.of("id")),
                    new CopiedTable("days", "business_day", List.of("business_day")),
                    new CopiedTable("tickets", "id", List.of("business_day", "id")),
                    new CopiedTable(
                            "legs", "ticket, leg", List.of("business_day", "ticket", "leg")),
                    new CopiedTable("ratings", "id", List.of("log_index", "id")),
                    new CopiedTable("unit_ratings", "id", List.of("log_index", "id")),
                    new CopiedTable("complaints", "id", List.of("log_index", "id")),
                    new CopiedTable("rectifications", "id", List.of("log_index", "id")),
                    new CopiedTable(
                            "rectification_steps",
                            "log_index, place",
                            List.of("log_index", "place")),
                    new CopiedTable("help", "id", List.of("log_index", "id")),
                    new CopiedTable("duties", "log_index, place", List.of("log_index", "place")),
                    new CopiedTable(
                            "window_states",
                            "window_id, log_index, place",
                            List.of("log_index", "window_id", "place")),
                    new CopiedTable("outbox", "letter", List.of("log_index", "letter")),
                    new CopiedTable("corrections", "letter, field", List.of("letter", "field")),
                    new CopiedTable("applicants", "ticket", List.of("log_index", "ticket")),
                    new CopiedTable("invitations", "ticket", List.of("log_index", "ticket")),
                    new CopiedTable("trail", "log_index", List.of("log_index")));

    private static final Codec<Page> PAGES = Codec.of(Page.class);

    /**
     * Rows that follow each other.
     *
     * @param end whether no row comes after them
     */
    record Page(List<String> columns, List<Row> rows, boolean end) {
        /** {@return equal for equal rows, on any node} */
        String digest() {
            return Hash.of(PAGES.encode(new Page(columns, rows, false)));
        }
    }

    record Row(List<Cell> cells) {}

    /** {@return the table of this name} */
    static CopiedTable named(String name) {
        return ALL.stream()
                .filter(table -> table.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    /**
     * {@return the rows after a place, at most a page}
     *
     * @param after the order columns of the row before; empty: from the beginning
     */
    Page page(Connection connection, List<Cell> after) throws SQLException {
        return read(connection, after, List.of(), PAGE_ROWS);
    }

    /** {@return the rows after one place, up to another; to the end if that is empty} */
    Page between(Connection connection, List<Cell> after, List<Cell> last) throws SQLException {
        return read(connection, after, last, Integer.MAX_VALUE);
    }

    private Page read(Connection connection, List<Cell> after, List<Cell> last, int rowsMax)
            throws SQLException {
        String sql = "SELECT * FROM " + name + where(after, last) + " ORDER BY " + orderColumns();
        if (rowsMax < Integer.MAX_VALUE) {
            sql += " FETCH FIRST " + (rowsMax + 1) + " ROWS ONLY";
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, after, last);
            try (ResultSet row = statement.executeQuery()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
                List<Row> rows = new ArrayList<>();
                while (rows.size() < rowsMax && row.next()) {
                    List<Cell> cells = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        cells.add(Cell.of(row.getObject(i)));
                    }
                    rows.add(new Row(cells));
                }
                return new Page(columns, rows, rows.size() < rowsMax || !row.next());
            }
        }
    }

    /** {@return the place of the last row of a page} */
    List<Cell> last(Page page) {
        Row row = page.rows().getLast();
        return order.stream().map(each -> row.cells().get(page.columns().indexOf(each))).toList();
    }

    /**
     * Puts rows in the place of those that are there.
     *
     * @param after the place before the first of them
     */
    void replace(Connection connection, List<Cell> after, Page page) throws SQLException {
        List<Cell> last = page.end() ? List.of() : last(page);
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + name + where(after, last))) {
            fill(statement, after, last);
            statement.executeUpdate();
        }
        try (Batch batch = Batch.merge(connection, name, key, String.join(", ", page.columns()))) {
            for (Row row : page.rows()) {
                batch.add(row.cells().stream().map(Cell::column).toArray());
            }
            batch.run();
        }
    }

    private String orderColumns() {
        return String.join(", ", order);
    }

    /** The first column alone once more: that is what the index is found by. */
    private String where(List<Cell> after, List<Cell> last) {
        List<String> conditions = new ArrayList<>();
        if (!after.isEmpty()) {
            conditions.add(order.getFirst() + " >= ?");
            conditions.add(row() + " > " + marks());
        }
        if (!last.isEmpty()) {
            conditions.add(order.getFirst() + " <= ?");
            conditions.add(row() + " <= " + marks());
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String row() {
        return order.size() == 1 ? order.getFirst() : "(" + orderColumns() + ")";
    }

    private String marks() {
        return Collections.nCopies(order.size(), "?").stream()
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static void fill(PreparedStatement statement, List<Cell> after, List<Cell> last)
            throws SQLException {
        int at = 1;
        for (List<Cell> place : List.of(after, last)) {
            if (!place.isEmpty()) {
                statement.setObject(at++, place.getFirst().column());
            }
            for (Cell cell : place) {
                statement.setObject(at++, cell.column());
            }
        }
    }
}
