package yichuang.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file whose first line names the columns; the order of columns is free. */
final class CsvReader {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final String file;
    private final List<String> columns;
    private final Problems problems;

    CsvReader(String file, List<String> columns, Problems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /** {@return the rows that have as many cells as there are columns; the others are problems} */
    List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                problems.add(
                        at(1),
                        "文件是空的。第一行写列名。",
                        "The file is empty. Put the column names on line 1.");
                return rows;
            }
            List<String> head = records.next().toList().stream().map(String::strip).toList();
            if (!headed(head)) {
                return rows;
            }
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord next = records.next();
                row(next, head, at(line)).ifPresent(rows::add);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (CSVException | UncheckedIOException unreadable) {
            problems.add(
                    at(line),
                    "从这一行起读不成表格。检查双引号是否成对。",
                    "From this line on it is no table. Look for a quotation mark without its"
                            + " pair.");
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
        return rows;
    }

    private boolean headed(List<String> head) {
        int before = problems.count();
        for (String column : columns) {
            boolean misspelt =
                    head.stream()
                            .filter(there -> !columns.contains(there))
                            .anyMatch(there -> Nearest.to(there, List.of(column)).isPresent());
            if (!head.contains(column) && !misspelt) {
                problems.add(
                        at(1),
                        "缺少“" + column + "”列。补上。",
                        "The column " + column + " is missing. Add it.");
            }
        }
        for (String column : head) {
            if (!columns.contains(column)) {
                problems.add(
                        at(1),
                        "没有“" + column + "”这一列。" + Nearest.chinese(column, columns),
                        "There is no column \""
                                + column
                                + "\". "
                                + Nearest.english(column, columns));
            }
        }
        if (head.stream().distinct().count() < head.size()) {
            problems.add(at(1), "列名有重复。删去一个。", "A column is named twice. Remove one.");
        }
        return problems.count() == before;
    }

    private Optional<Row> row(CSVRecord cells, List<String> head, At at) {
        if (cells.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        if (cells.size() != head.size()) {
            problems.add(
                    at,
                    "这一行有 " + cells.size() + " 格，应为 " + head.size() + " 格。检查多余或缺少的逗号。",
                    "This row has "
                            + cells.size()
                            + " cells, not "
                            + head.size()
                            + ". Look for a comma too many or too few.");
            return Optional.empty();
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < head.size(); i++) {
            named.put(head.get(i), cells.get(i));
        }
        return Optional.of(new Row(at, named, problems));
    }

    private At at(long line) {
        return new At(file, Math.toIntExact(line));
    }
}
