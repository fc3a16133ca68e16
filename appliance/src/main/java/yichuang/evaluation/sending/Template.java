package yichuang.evaluation.sending;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places that are filled in, as in {@code ${time}${appMark}}. */
public record Template(String text) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9]{1,40})\\}");

    /** {@return the names of its places} */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    /** {@return the text; empty when a value is missing} */
    public Optional<String> filled(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            String value = values.get(place.group(1));
            if (value == null) {
                return Optional.empty();
            }
            filled.append(text, from, place.start()).append(value);
            from = place.end();
        }
        return Optional.of(filled.append(text, from, text.length()).toString());
    }
}
