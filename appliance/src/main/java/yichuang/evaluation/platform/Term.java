package yichuang.evaluation.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time an item takes 办理时限, read from the catalogue's words: 即办, or 20个工作日.
 *
 * @param days how many of {@code unit}; empty when it is done at once or the words name no number
 */
record Term(boolean immediate, Optional<String> days, Optional<String> unit) {
    private static final Pattern COUNTED = Pattern.compile("([0-9]{1,4})\\s*个?\\s*(工作日|日|天|月|年)");

    static Term of(String words) {
        Matcher counted = COUNTED.matcher(words);
        if (!counted.find()) {
            return new Term(words.contains("即"), Optional.empty(), Optional.empty());
        }
        String unit =
                switch (counted.group(2)) {
                    case "工作日" -> "WORKING_DAY";
                    case "月" -> "MONTH";
                    case "年" -> "YEAR";
                    default -> "DAY";
                };
        return new Term(false, Optional.of(counted.group(1)), Optional.of(unit));
    }
}
