package yichuang.evaluation.platform;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A kind of message in a dialect.
 *
 * @param path after the platform's address
 * @param envelope the request's body around the messages; texts in it have places: appMark, time,
 *     sign, data
 * @param most messages in one request; 1: each alone
 */
public record MessageForm(String path, JsonObject envelope, int most, List<FieldForm> fields) {
    public MessageForm {
        fields = List.copyOf(fields);
    }

    /** {@return the letter as the platform reads it} */
    JsonObject write(Facts facts) throws Unwritable {
        JsonObject message = new JsonObject();
        for (FieldForm field : fields) {
            Optional<String> text = field.write(facts, facts.letter().corrections());
            if (text.isPresent()) {
                put(message, field, text.get());
            }
        }
        return message;
    }

    private static void put(JsonObject message, FieldForm field, String text) throws Unwritable {
        JsonObject in = message;
        String name = field.name();
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
            String outer = name.substring(0, dot);
            if (!in.containsKey(outer)) {
                in.put(outer, new JsonObject());
            }
            in = in.getJsonObject(outer);
            name = name.substring(dot + 1);
        }
        in.put(name, field.number() ? (Object) number(field, text) : text);
    }

    private static Long number(FieldForm field, String text) throws Unwritable {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notOne) {
            throw new Unwritable(field.name(), "不是数字。", "is not a number.");
        }
    }
}
