package yichuang.bench.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of the day report, by the code word of each column. */
public record ReportRow(Map<String, String> cells) {
    String cell(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("the report has no column " + column);
        }
        return cell;
    }

    public String number() {
        return cell("number");
    }

    /** Reads a report as RFC 4180 has it; the last word of a column's head is its code word. */
    public static List<ReportRow> parse(String csv) {
        List<List<String>> lines = lines(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        List<String> heads =
                lines.getFirst().stream()
                        .map(head -> head.substring(head.lastIndexOf(' ') + 1))
                        .toList();
        List<ReportRow> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < heads.size(); i++) {
                cells.put(heads.get(i), line.get(i));
            }
            rows.add(new ReportRow(cells));
        }
        return rows;
    }

    private static List<List<String>> lines(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }
}
