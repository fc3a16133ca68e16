package yichuang.records;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The day as a manager takes it home: a file with one line per leg, and its figures. Throws {@link
 * RecordsUnavailable} when the rows cannot be read.
 */
public final class Reports {
    private final Database database;

    Reports(Database database) {
        this.database = database;
    }

    /** {@return whether the hall was open on this day, by the records} */
    public boolean hasDay(LocalDate day) {
        return !database.list("SELECT 1 FROM days WHERE business_day = ?", row -> 1, day).isEmpty();
    }

    /** {@return one line per leg, RFC 4180, UTF-8 to be, with a byte order mark for Excel} */
    public String dayCsv(LocalDate day) {
        ZoneId zone =
                database
                        .list("SELECT time_zone FROM hall", row -> ZoneId.of(row.getString(1)))
                        .stream()
                        .findFirst()
                        .orElse(ZoneId.of("UTC"));
        return DayCsv.of(database, day, zone);
    }

    /** {@return the day's figures, as they stand now} */
    public Summary day(LocalDate day) {
        int[] tickets =
                database.list(
                                """
                                SELECT COUNT(*),
                                    COUNT(*) FILTER (WHERE state = 'CLOSED' OR EXISTS (
                                        SELECT 1 FROM legs l
                                        WHERE l.ticket = t.id AND l.outcome IS NOT NULL)),
                                    COUNT(*) FILTER (WHERE EXISTS (
                                        SELECT 1 FROM legs l
                                        WHERE l.ticket = t.id AND l.first_called_at IS NOT NULL)),
                                    COUNT(*) FILTER (WHERE missed_calls > 0),
                                    COUNT(*) FILTER (WHERE state = 'CANCELLED'),
                                    COUNT(*) FILTER (WHERE return_code IS NOT NULL),
                                    COUNT(*) FILTER (
                                        WHERE state = 'EXPIRED' AND return_code IS NULL),
                                    COUNT(*) FILTER (WHERE state NOT IN
                                        ('CLOSED', 'CANCELLED', 'EXPIRED'))
                                FROM tickets t WHERE business_day = ?
                                """,
                                row -> {
                                    int[] counts = new int[8];
                                    for (int i = 0; i < counts.length; i++) {
                                        counts[i] = row.getInt(i + 1);
                                    }
                                    return counts;
                                },
                                day)
                        .getFirst();
        return new Summary(
                day,
                tickets[0],
                tickets[1],
                tickets[2],
                tickets[3],
                tickets[4],
                tickets[5],
                tickets[6],
                tickets[7],
                seconds("queued_at", "first_called_at", "TRUE", day),
                seconds("called_at", "serving_at", "serving_at IS NOT NULL", day),
                seconds("serving_at", "ended_at", "outcome IS NOT NULL", day),
                levels(day),
                coverage("l.department", day),
                coverage("COALESCE(l.true_item_name, l.item_name)", day),
                channels(day));
    }

    private Summary.Seconds seconds(String from, String to, String where, LocalDate day) {
        return database.list(
                        """
                        SELECT COUNT(s), COALESCE(AVG(s), 0),
                            COALESCE(PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY s), 0),
                            COALESCE(PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY s), 0),
                            COALESCE(MAX(s), 0)
                        FROM (SELECT CAST(DATEDIFF(MILLISECOND, %s, %s) AS DOUBLE PRECISION)
                                / 1000 AS s
                            FROM legs WHERE business_day = ? AND %s) WHERE s IS NOT NULL
                        """
                                .formatted(from, to, where),
                        row ->
                                new Summary.Seconds(
                                        row.getInt(1),
                                        row.getDouble(2),
                                        row.getDouble(3),
                                        row.getDouble(4),
                                        row.getDouble(5)),
                        day)
                .getFirst();
    }

    private Map<Integer, Integer> levels(LocalDate day) {
        Map<Integer, Integer> levels = new LinkedHashMap<>();
        for (int level = 5; level >= 1; level--) {
            levels.put(level, 0);
        }
        counts("rating_level", day)
                .forEach((level, count) -> levels.put(Integer.valueOf(level), count));
        return levels;
    }

    private Map<String, Integer> channels(LocalDate day) {
        return counts("channel", day);
    }

    private Map<String, Integer> counts(String column, LocalDate day) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        database.list(
                        "SELECT %1$s, COUNT(*) FROM ratings WHERE business_day = ? GROUP BY %1$s ORDER BY %1$s"
                                .formatted(column),
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        day)
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    private List<Summary.Coverage> coverage(String name, LocalDate day) {
        return database.list(
                """
                SELECT %1$s, COUNT(DISTINCT l.ticket), COUNT(DISTINCT r.ticket)
                FROM legs l LEFT JOIN ratings r ON r.ticket = l.ticket
                WHERE l.business_day = ? AND l.outcome IS NOT NULL GROUP BY %1$s ORDER BY 2 DESC, 1
                """
                        .formatted(name),
                row -> new Summary.Coverage(row.getString(1), row.getInt(2), row.getInt(3)),
                day);
    }
}
