package standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON, read strictly and written: objects are maps in order, numbers keep their text. */
final class Json {
    private static final int DEPTH_MAX = 20;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** A number as it was written. */
    record Number(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** {@return the value, or null for JSON's own null} */
    static Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blanks();
        if (json.at < text.length()) {
            throw new IllegalArgumentException("more after the end");
        }
        return value;
    }

    private Object value() {
        if (++depth > DEPTH_MAX) {
            throw new IllegalArgumentException("too deep");
        }
        blanks();
        Object value =
                switch (peek()) {
                    case '{' -> object();
                    case '[' -> list();
                    case '"' -> string();
                    case 't' -> word("true", Boolean.TRUE);
                    case 'f' -> word("false", Boolean.FALSE);
                    case 'n' -> word("null", null);
                    default -> number();
                };
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        blanks();
        while (peek() != '}') {
            blanks();
            String key = string();
            blanks();
            need(':');
            if (object.containsKey(key)) {
                throw new IllegalArgumentException(key + " is there twice");
            }
            object.put(key, value());
            blanks();
            if (peek() != '}') {
                need(',');
                blanks();
                if (peek() == '}') {
                    throw new IllegalArgumentException("a comma before the end");
                }
            }
        }
        at++;
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        at++;
        blanks();
        while (peek() != ']') {
            list.add(value());
            blanks();
            if (peek() != ']') {
                need(',');
                blanks();
                if (peek() == ']') {
                    throw new IllegalArgumentException("a comma before the end");
                }
            }
        }
        at++;
        return list;
    }

    private String string() {
        need('"');
        StringBuilder string = new StringBuilder();
        for (char next = next(); next != '"'; next = next()) {
            if (next < ' ') {
                throw new IllegalArgumentException("a control character");
            }
            string.append(next == '\\' ? escape() : next);
        }
        return string.toString();
    }

    private char escape() {
        char kind = next();
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                String hex = text.substring(at, at + 4);
                at += 4;
                yield (char) Integer.parseInt(hex, 16);
            }
            case '"', '\\', '/' -> kind;
            default -> throw new IllegalArgumentException("no escape: " + kind);
        };
    }

    private Number number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw new IllegalArgumentException("no number: " + number);
        }
        return new Number(number);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) {
            throw new IllegalArgumentException("no word");
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("it breaks off");
        }
        return text.charAt(at);
    }

    private char next() {
        char next = peek();
        at++;
        return next;
    }

    private void need(char wanted) {
        if (next() != wanted) {
            throw new IllegalArgumentException("wanted " + wanted + " before " + at);
        }
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> object -> {
                String before = "{";
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    out.append(before);
                    quote(String.valueOf(entry.getKey()), out);
                    out.append(':');
                    write(entry.getValue(), out);
                    before = ",";
                }
                out.append(object.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String before = "[";
                for (Object entry : list) {
                    out.append(before);
                    write(entry, out);
                    before = ",";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case String string -> quote(string, out);
            case null, default -> out.append(value);
        }
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
