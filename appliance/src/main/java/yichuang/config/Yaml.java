package yichuang.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A YAML file with the line of everything in it. The accessors of {@link Mapping} presume that
 * {@link Shape} found the file well formed: what the schema requires is there and of its kind.
 */
sealed interface Yaml {
    At at();

    /** Words; a date or a time of day is words too. */
    record Text(At at, String value) implements Yaml {}

    /** A whole number. */
    record Whole(At at, long value) implements Yaml {}

    /** A number with a fraction. */
    record Decimal(At at, double value) implements Yaml {}

    /** {@code true} or {@code false}; never {@code yes} or {@code on}, as in YAML 1.2. */
    record Flag(At at, boolean value) implements Yaml {}

    /** A key with nothing after it. */
    record Blank(At at) implements Yaml {}

    /** A list. */
    record Sequence(At at, List<Yaml> entries) implements Yaml {}

    /** Keys and their values, in the order of the file. */
    record Mapping(At at, Map<String, Entry> entries) implements Yaml {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
        }

        Text text(String key) {
            return (Text) entries.get(key).value();
        }

        Optional<Text> findText(String key) {
            return find(key, value -> (Text) value);
        }

        String word(String key) {
            return text(key).value();
        }

        int whole(String key) {
            return Math.toIntExact(((Whole) entries.get(key).value()).value());
        }

        Optional<Integer> findWhole(String key) {
            return find(key, value -> Math.toIntExact(((Whole) value).value()));
        }

        double decimal(String key) {
            return findDecimal(key).orElseThrow();
        }

        Optional<Double> findDecimal(String key) {
            return find(
                    key,
                    value ->
                            value instanceof Whole whole
                                    ? (double) whole.value()
                                    : ((Decimal) value).value());
        }

        boolean flag(String key) {
            return ((Flag) entries.get(key).value()).value();
        }

        Mapping mapping(String key) {
            return (Mapping) entries.get(key).value();
        }

        Optional<Mapping> findMapping(String key) {
            return find(key, value -> (Mapping) value);
        }

        /** {@return the list under {@code key}; empty when the key is not there} */
        List<Mapping> mappings(String key) {
            return list(key).stream().map(value -> (Mapping) value).toList();
        }

        /** {@return the words under {@code key}; empty when the key is not there} */
        List<Text> texts(String key) {
            return list(key).stream().map(value -> (Text) value).toList();
        }

        List<Yaml> list(String key) {
            return find(key, value -> ((Sequence) value).entries()).orElse(List.of());
        }

        private <T> Optional<T> find(String key, Function<Yaml, T> as) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value).map(as);
        }
    }

    /** A value and where its key stands. */
    record Entry(At key, Yaml value) {}
}
