package standin;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A dialect file, read from the platform's side: from a request back to what was put into it. */
final class Envelope {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z0-9]+)\\}");

    private final Map<String, Object> dialect;

    private Envelope(Map<String, Object> dialect) {
        this.dialect = dialect;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> yaml(Path file) throws IOException {
        Object read =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return (Map<String, Object>) read;
    }

    static Envelope read(Path file) throws IOException {
        return new Envelope(yaml(file));
    }

    String name() {
        return text("dialect");
    }

    String text(String... path) {
        return String.valueOf(at(dialect, path));
    }

    String text(String section, String key, String otherwise) {
        Object value = at(dialect, section, key);
        return value == null ? otherwise : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static Object at(Object from, String... path) {
        Object value = from;
        for (String step : path) {
            value = value instanceof Map<?, ?> map ? ((Map<String, Object>) map).get(step) : null;
        }
        return value;
    }

    /** {@return which message is sent to this path, service or rating; empty when none is} */
    String kind(String path) {
        for (String kind : List.of("service", "rating")) {
            if (path.endsWith(text(kind, "path"))) {
                return kind;
            }
        }
        return "";
    }

    /** Header fields that the dialect asks for must be there. */
    void headers(Map<String, String> headers) throws Refusal {
        if (at(dialect, "request", "headers") instanceof Map<?, ?> wanted) {
            for (Map.Entry<?, ?> each : wanted.entrySet()) {
                String name = String.valueOf(each.getKey());
                if (!String.valueOf(each.getValue())
                        .equals(headers.get(name.toLowerCase(java.util.Locale.ROOT)))) {
                    throw new Refusal("请求头 " + name + " 不合法");
                }
            }
        }
    }

    /** {@return the values at the places of the envelope: appMark, time, sign, data} */
    Map<String, String> open(String kind, String body) throws Refusal {
        Object tree;
        try {
            tree = text("request", "body").equals("form") ? form(kind, body) : Json.read(body);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOne) {
            throw new Refusal("请求格式不合法：" + notOne.getMessage());
        }
        Map<String, String> found = new LinkedHashMap<>();
        match("", at(dialect, kind, "envelope"), tree, found);
        return found;
    }

    /** What stands in an object in the envelope comes as JSON in its form field. */
    private Map<String, Object> form(String kind, String body) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            boolean nested = at(dialect, kind, "envelope", name) instanceof Map;
            if (tree.put(name, nested ? Json.read(value) : value) != null) {
                throw new IllegalArgumentException(name + " twice");
            }
        }
        return tree;
    }

    private static void match(String where, Object wanted, Object there, Map<String, String> found)
            throws Refusal {
        switch (wanted) {
            case Map<?, ?> map -> {
                if (!(there instanceof Map<?, ?> other) || !other.keySet().equals(map.keySet())) {
                    throw new Refusal("请求结构不合法：" + where);
                }
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    match(
                            where + "." + entry.getKey(),
                            entry.getValue(),
                            other.get(entry.getKey()),
                            found);
                }
            }
            case List<?> list -> {
                if (!(there instanceof List<?> other) || other.size() != list.size()) {
                    throw new Refusal("请求结构不合法：" + where);
                }
                for (int i = 0; i < list.size(); i++) {
                    match(where + "[" + i + "]", list.get(i), other.get(i), found);
                }
            }
            default -> {
                Matcher place = PLACE.matcher(String.valueOf(wanted));
                if (place.matches() && there instanceof String value) {
                    found.put(place.group(1), value);
                } else if (!String.valueOf(wanted).equals(String.valueOf(there))) {
                    throw new Refusal("请求结构不合法：" + where);
                }
            }
        }
    }
}
