package yichuang.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One day as a table for a spreadsheet: a line per leg, heads in Chinese with the code word behind.
 * A cell that a spreadsheet would take for a formula gets an apostrophe: notes and names come from
 * people.
 */
final class DayCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEAD =
            List.of(
                    "号码 number",
                    "事项 item",
                    "事项编码 itemCode",
                    "部门 department",
                    "区域 zone",
                    "窗口 window",
                    "工作人员 staff",
                    "取号 taken",
                    "叫号 called",
                    "开始办理 serving",
                    "结束 closed",
                    "等候秒数 waitSeconds",
                    "走到窗口秒数 walkSeconds",
                    "办理秒数 serviceSeconds",
                    "状态 state",
                    "办结结果 outcome",
                    "办件编号 caseNumber",
                    "优先人群 group",
                    "类别 standing",
                    "评价等级 ratingLevel",
                    "评价渠道 ratingChannel");

    private DayCsv() {}

    static String of(Database database, LocalDate day, ZoneId zone) {
        List<List<String>> lines =
                database.list(
                        """
                        SELECT l.*, t.number, t.taken_at, t.priority_group, t.standing,
                            r.rating_level, r.channel
                        FROM legs l JOIN tickets t ON t.id = l.ticket
                        LEFT JOIN ratings r ON r.ticket = t.id
                        WHERE l.business_day = ? ORDER BY t.taken_at, t.number, l.leg
                        """,
                        row -> line(row, zone),
                        day);
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        write(HEAD, out);
        lines.forEach(line -> write(line, out));
        return out.toString();
    }

    private static void write(List<String> line, StringBuilder out) {
        out.append(line.stream().map(DayCsv::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    /**
     * RFC 4180: a cell with a comma, quote or line end stands in quotes, a quote in it is doubled.
     */
    private static String quoted(String cell) {
        String safe = harmless(cell);
        boolean plain = safe.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static List<String> line(ResultSet row, ZoneId zone) throws SQLException {
        boolean closed = row.getString("outcome") != null;
        return List.of(
                row.getString("number"),
                first(row, "true_item_name", "item_name"),
                first(row, "true_item", "item"),
                row.getString("department"),
                row.getString("zone"),
                first(row, "window_id"),
                first(row, "staff_name", "staff_id"),
                time(row, "taken_at", zone),
                time(row, "first_called_at", zone),
                time(row, "serving_at", zone),
                time(row, "ended_at", zone),
                seconds(row, "queued_at", "first_called_at"),
                seconds(row, "called_at", "serving_at"),
                closed ? seconds(row, "serving_at", "ended_at") : "",
                row.getString("state").toLowerCase(Locale.ROOT).replace('_', '-'),
                first(row, "outcome"),
                first(row, "case_number"),
                first(row, "priority_group"),
                row.getString("standing").toLowerCase(Locale.ROOT),
                first(row, "rating_level"),
                first(row, "channel"));
    }

    /** {@return the first of these columns that has something; empty when none has} */
    private static String first(ResultSet row, String... columns) throws SQLException {
        for (String column : columns) {
            Optional<String> found = Database.text(row, column);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "";
    }

    private static String time(ResultSet row, String column, ZoneId zone) throws SQLException {
        return Database.instant(row, column)
                .map(
                        at ->
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone)))
                .orElse("");
    }

    private static String seconds(ResultSet row, String from, String to) throws SQLException {
        Optional<Instant> start = Database.instant(row, from);
        Optional<Instant> end = Database.instant(row, to);
        return start.isEmpty() || end.isEmpty()
                ? ""
                : String.valueOf(ChronoUnit.SECONDS.between(start.get(), end.get()));
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
