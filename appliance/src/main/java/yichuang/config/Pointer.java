package yichuang.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The way to a place inside a JSON or YAML document (RFC 6901). */
record Pointer(List<String> steps) {
    Pointer {
        steps = List.copyOf(steps);
    }

    /**
     * Reads the form the validator gives, for instance {@code #/windows/3/zone}. Its escapes are
     * not told apart in every case, so {@link YamlReader} lets no key through that needs a rare
     * one.
     */
    static Pointer of(String fragment) {
        List<String> steps = new ArrayList<>();
        Arrays.stream(fragment.substring(1).split("/"))
                .skip(1)
                .map(step -> URLDecoder.decode(step, StandardCharsets.UTF_8))
                .forEach(steps::add);
        return new Pointer(steps);
    }

    String last() {
        return steps.isEmpty() ? "" : steps.getLast();
    }

    Pointer above() {
        return new Pointer(steps.subList(0, steps.size() - 1));
    }

    Object in(JsonObject document) {
        Object at = document;
        for (String step : steps) {
            at =
                    switch (at) {
                        case JsonObject object -> object.getValue(step);
                        case JsonArray array -> array.getValue(Integer.parseInt(step));
                        default -> throw new IllegalStateException(step + " below " + at);
                    };
        }
        return at;
    }

    /** {@return the value there, or the innermost one on the way that the file has} */
    Yaml in(Yaml document) {
        Yaml at = document;
        for (String step : steps) {
            if (at instanceof Yaml.Mapping mapping && mapping.entries().containsKey(step)) {
                at = mapping.entries().get(step).value();
            } else if (at instanceof Yaml.Sequence sequence && isIndexOf(step, sequence)) {
                at = sequence.entries().get(Integer.parseInt(step));
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isIndexOf(String step, Yaml.Sequence sequence) {
        return step.chars().allMatch(Character::isDigit)
                && Integer.parseInt(step) < sequence.entries().size();
    }

    /** {@return the nearest name on the way, with a space after it; nothing at the root} */
    String inWords() {
        return steps.reversed().stream()
                .filter(step -> !step.chars().allMatch(Character::isDigit))
                .findFirst()
                .map(step -> step + " ")
                .orElse("");
    }
}
