package yichuang.devices.driver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the devices file says of one piece of hardware or one bus, each word with its line. The
 * accessors presume that {@link HardwareCheck} found it to be as its {@link Field}s ask.
 *
 * @param line where it begins
 */
public record Settings(int line, Map<String, Value> values) {
    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * What stands behind a key.
     *
     * @param what a String, a Long, a Boolean, or a List of them
     */
    public record Value(int line, Object what) {}

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** {@return the line of the key, or of the whole when it is not there} */
    public int lineOf(String key) {
        return find(key).map(Value::line).orElse(line);
    }

    public String text(String key) {
        return (String) values.get(key).what();
    }

    public Optional<String> findText(String key) {
        return find(key).map(value -> (String) value.what());
    }

    public int whole(String key) {
        return findWhole(key).orElseThrow();
    }

    public int whole(String key, int otherwise) {
        return findWhole(key).orElse(otherwise);
    }

    public Optional<Integer> findWhole(String key) {
        return find(key).map(value -> Math.toIntExact((Long) value.what()));
    }

    public boolean flag(String key, boolean otherwise) {
        return find(key).map(value -> (Boolean) value.what()).orElse(otherwise);
    }

    /** {@return the words behind the key; none when it is not there} */
    public List<String> texts(String key) {
        return list(key).stream().map(String.class::cast).toList();
    }

    /** {@return the numbers behind the key; none when it is not there} */
    public List<Integer> wholes(String key) {
        return list(key).stream().map(one -> Math.toIntExact((Long) one)).toList();
    }

    private List<?> list(String key) {
        return find(key).<List<?>>map(value -> (List<?>) value.what()).orElse(List.of());
    }

    private Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
