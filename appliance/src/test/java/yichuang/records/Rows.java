package yichuang.records;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table, to be compared. */
final class Rows {
    private Rows() {}

    static Map<String, List<String>> of(Path dir) {
        Database database = Database.in(dir);
        Map<String, List<String>> all = new TreeMap<>();
        for (String table :
                database.list(
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = 'PUBLIC'",
                        row -> row.getString(1))) {
            all.put(
                    table,
                    database.list("SELECT * FROM " + table, Rows::row).stream().sorted().toList());
        }
        return all;
    }

    private static String row(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(row.getMetaData().getColumnName(i) + "=" + row.getString(i));
        }
        return String.join(" ", cells);
    }
}
