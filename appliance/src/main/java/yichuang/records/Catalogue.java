package yichuang.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Setup;
import yichuang.hall.StaffId;

/**
 * What codes are called: the names that a ticket's rows keep from their own time. Events carry
 * codes only; the names come with {@code Configured} and are kept here for the next start.
 */
record Catalogue(Map<ItemCode, Entry> items, Map<StaffId, String> staff, String timeZone) {
    private static final Entry UNKNOWN = new Entry("", "", "");

    Catalogue {
        items = Map.copyOf(items);
        staff = Map.copyOf(staff);
    }

    /** One item as it is reported. */
    record Entry(String name, String department, String zone) {}

    static Catalogue of(Setup setup) {
        Map<ItemCode, Entry> items = new HashMap<>();
        for (Item item : setup.items()) {
            items.put(item.code(), new Entry(item.name(), item.department(), item.zone().value()));
        }
        Map<StaffId, String> staff = new HashMap<>();
        setup.staff().forEach(one -> staff.put(one.id(), one.name()));
        return new Catalogue(items, staff, setup.timeZone());
    }

    Entry item(ItemCode code) {
        return items.getOrDefault(code, UNKNOWN);
    }

    Optional<String> staffName(Optional<StaffId> id) {
        return id.map(staff::get);
    }

    static Catalogue load(Connection connection) throws SQLException {
        Map<ItemCode, Entry> items = new HashMap<>();
        Map<StaffId, String> staff = new HashMap<>();
        String timeZone = "UTC";
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT code, name, department, zone FROM items")) {
                while (row.next()) {
                    items.put(
                            new ItemCode(row.getString(1)),
                            new Entry(row.getString(2), row.getString(3), row.getString(4)));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT id, name FROM staff")) {
                while (row.next()) {
                    staff.put(new StaffId(row.getString(1)), row.getString(2));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT time_zone FROM hall")) {
                if (row.next()) {
                    timeZone = row.getString(1);
                }
            }
        }
        return new Catalogue(items, staff, timeZone);
    }

    static void save(Setup setup, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : new String[] {"hall", "items", "windows", "staff", "units"}) {
                statement.executeUpdate("DELETE FROM " + table);
            }
        }
        Batch hall = Batch.insert(connection, "hall", "only_row, hall, name, time_zone");
        hall.add(true, setup.hall(), setup.name(), setup.timeZone());
        Batch items = Batch.insert(connection, "items", "code, name, department, zone");
        for (Item item : setup.items()) {
            items.add(item.code().value(), item.name(), item.department(), item.zone().value());
        }
        Batch windows = Batch.insert(connection, "windows", "id, name, zone");
        for (var window : setup.windows()) {
            windows.add(window.id().value(), window.name(), window.zone().value());
        }
        Batch staff = Batch.insert(connection, "staff", "id, name");
        for (var one : setup.staff()) {
            staff.add(one.id().value(), one.name());
        }
        Batch units = Batch.insert(connection, "units", "id, name, name_en, department, place");
        for (var unit : setup.ratings().units()) {
            units.add(unit.id(), unit.name(), unit.englishName(), unit.department(), unit.place());
        }
        for (Batch batch : new Batch[] {hall, items, windows, staff, units}) {
            batch.run();
            batch.close();
        }
    }
}
