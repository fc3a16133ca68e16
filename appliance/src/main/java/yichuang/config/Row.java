package yichuang.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One row of a CSV file: reads its cells and tells what is wrong with one. */
final class Row {
    private static final Pattern BETWEEN = Pattern.compile("[；;]");
    private static final int CELL_MAX = 500;

    private final At at;
    private final Map<String, String> cells;
    private final Problems problems;

    Row(At at, Map<String, String> cells, Problems problems) {
        this.at = at;
        this.cells = cells;
        this.problems = problems;
    }

    At at() {
        return at;
    }

    String optional(String column) {
        String cell = cells.getOrDefault(column, "").strip();
        if (cell.length() > CELL_MAX) {
            wrong(
                    column,
                    "太长。缩短到 " + CELL_MAX + " 字以内。",
                    "is too long. Keep it under " + CELL_MAX + " characters.");
        }
        return cell;
    }

    String required(String column) {
        String cell = optional(column);
        if (cell.isEmpty()) {
            wrong(column, "是空的。填上。", "is empty. Fill it in.");
        }
        return cell;
    }

    /** {@return what stands between the semicolons, full-width or not; nothing twice} */
    List<String> several(String column) {
        List<String> parts = new ArrayList<>();
        for (String word : BETWEEN.splitAsStream(optional(column)).map(String::strip).toList()) {
            if (parts.contains(word)) {
                wrong(
                        column,
                        "里“" + word + "”写了两次。删去一个。",
                        "names \"" + word + "\" twice. Remove one.");
            } else if (!word.isEmpty()) {
                parts.add(word);
            }
        }
        return parts;
    }

    List<String> severalOf(String column, List<String> known) {
        List<String> parts = several(column);
        parts.forEach(part -> oneOf(column, part, known));
        if (parts.isEmpty()) {
            required(column);
        }
        return parts;
    }

    String oneOf(String column, List<String> known) {
        return oneOf(column, required(column), known);
    }

    private String oneOf(String column, String word, List<String> known) {
        if (!word.isEmpty() && !known.contains(word)) {
            wrong(
                    column,
                    "“" + word + "”不能用。" + Nearest.chinese(word, known),
                    "\"" + word + "\" cannot be used. " + Nearest.english(word, known));
        }
        return word;
    }

    boolean yes(String column) {
        return oneOf(column, List.of("是", "否")).equals("是");
    }

    int whole(String column, int least, int most) {
        String cell = required(column);
        Optional<Integer> number =
                Optional.of(cell)
                        .filter(word -> word.matches("[0-9]{1,6}"))
                        .map(Integer::valueOf)
                        .filter(one -> one >= least && one <= most);
        if (number.isEmpty() && !cell.isEmpty()) {
            wrong(
                    column,
                    "“" + cell + "”不是 " + least + " 到 " + most + " 的整数。改成整数。",
                    "\""
                            + cell
                            + "\" is not a whole number from "
                            + least
                            + " to "
                            + most
                            + ". Give one.");
        }
        return number.orElse(least);
    }

    void wrong(String column, String chinese, String english) {
        problems.add(at, column + chinese, column + " " + english);
    }
}
