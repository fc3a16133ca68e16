package standin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the platform may be told, field by field, from a contract file of the stand-in's own. */
final class Contract {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                    .withResolverStyle(java.time.format.ResolverStyle.STRICT);

    private final Map<String, Object> file;

    private Contract(Map<String, Object> file) {
        this.file = file;
    }

    static Contract read(Path file) throws IOException {
        return new Contract(Envelope.yaml(file));
    }

    private Map<?, ?> section(String kind) {
        return (Map<?, ?>) file.get(kind);
    }

    int most(String kind) {
        return (Integer) section(kind).get("most");
    }

    /** {@return the field that says what {@code role} asks: case, service, assess, level … } */
    String field(String kind, String role) {
        return String.valueOf(((Map<?, ?>) section(kind).get("says")).get(role));
    }

    /** {@return the level 1 to 5 that a code of satisfaction means} */
    int level(String code) {
        return (Integer) ((Map<?, ?>) file.get("levels")).get(code);
    }

    /** {@return the fields by their whole names, each as text, once every one is right} */
    Map<String, String> check(String kind, Object message) throws Refusal {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", message, flat);
        Map<?, ?> fields = (Map<?, ?>) section(kind).get("fields");
        for (String name : flat.keySet()) {
            if (!fields.containsKey(name)) {
                throw new Refusal("未知字段 " + name);
            }
        }
        for (Map.Entry<?, ?> each : fields.entrySet()) {
            check(String.valueOf(each.getKey()), (Map<?, ?>) each.getValue(), flat);
        }
        return flat;
    }

    private static void flatten(String before, Object value, Map<String, String> flat)
            throws Refusal {
        if (!(value instanceof Map<?, ?> object)) {
            throw new Refusal("数据格式不合法");
        }
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String name = before + entry.getKey();
            switch (entry.getValue()) {
                case Map<?, ?> inner -> flatten(name + ".", inner, flat);
                case String text -> flat.put(name, text);
                case Json.Number number -> flat.put(name, "#" + number);
                case null, default -> throw new Refusal(name + " 类型不合法");
            }
        }
    }

    private static void check(String name, Map<?, ?> rule, Map<String, String> flat)
            throws Refusal {
        String value = flat.get(name);
        if (value == null) {
            if (Boolean.TRUE.equals(rule.get("required"))) {
                throw new Refusal(name + " 不能为空");
            }
            return;
        }
        boolean number = Boolean.TRUE.equals(rule.get("number"));
        if (number != value.startsWith("#")) {
            throw new Refusal(name + " 类型不合法");
        }
        if (number) {
            value = value.substring(1);
            flat.put(name, value);
        }
        int length = value.codePointCount(0, value.length());
        boolean fits =
                !value.isBlank()
                        && (rule.get("length") == null || rule.get("length").equals(length))
                        && (rule.get("max") == null || length <= (Integer) rule.get("max"))
                        && (rule.get("begins") == null
                                || value.startsWith(String.valueOf(rule.get("begins"))))
                        && (rule.get("like") == null
                                || value.matches(String.valueOf(rule.get("like"))))
                        && (!(rule.get("codes") instanceof List<?> codes) || codes.contains(value))
                        && (!Boolean.TRUE.equals(rule.get("time")) || isTime(value));
        if (!fits) {
            throw new Refusal(name + " 不合法");
        }
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text, TIME);
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
