package yichuang.evaluation.sending;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How answers are read. A status of success says nothing yet: platforms and gateways answer 200
 * with an error inside.
 *
 * @param success what an answer that says yes has at these places; dots lead into objects
 * @param message where it says more
 * @param already words of "we have that"
 * @param later words that are not the letter's fault: the platform is busy or ill
 * @param clock words of "your time is wrong"
 */
public record AnswerForm(
        Map<String, String> success,
        String message,
        List<String> already,
        List<String> later,
        List<String> clock) {
    /** Of these, and of a surrogate pair for each, the hall keeps a receipt or a reason whole. */
    private static final int SHOWN_MAX = 200;

    public AnswerForm {
        success = new TreeMap<>(success);
        already = List.copyOf(already);
        later = List.copyOf(later);
        clock = List.copyOf(clock);
    }

    /** {@return what the answer means} */
    public Verdict read(Heard heard) {
        int status = heard.status();
        if (status == 429 || status >= 500) {
            return later(heard, "HTTP " + status);
        }
        if (status == 413) {
            return new Verdict.Refused("HTTP 413");
        }
        Optional<JsonObject> body = object(heard.text());
        if (body.isEmpty()) {
            return later(heard, "HTTP " + status + "，不是 JSON not JSON: " + shown(heard.text()));
        }
        String said = at(body.get(), message).orElseGet(() -> shown(heard.text()));
        boolean yes =
                status / 100 == 2
                        && success.entrySet().stream()
                                .allMatch(
                                        want ->
                                                at(body.get(), want.getKey())
                                                        .equals(Optional.of(want.getValue())));
        if (has(said, already)) {
            return new Verdict.Already(shown(said));
        }
        if (yes) {
            return new Verdict.Taken(shown(said));
        }
        if (has(said, clock)) {
            return new Verdict.ClockApart(shown(said));
        }
        boolean ofTheLetter = status / 100 == 2 || status == 400 || status == 409 || status == 422;
        return has(said, later) || !ofTheLetter
                ? later(heard, "HTTP " + status + " " + shown(said))
                : new Verdict.Refused(shown(said));
    }

    private static Verdict later(Heard heard, String reason) {
        return new Verdict.Later(reason, heard.retryAfter());
    }

    private static boolean has(String said, List<String> words) {
        return words.stream().anyMatch(said::contains);
    }

    private static Optional<JsonObject> object(String text) {
        try {
            return Optional.of(new JsonObject(text));
        } catch (DecodeException | ClassCastException | NullPointerException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<String> at(JsonObject body, String place) {
        Object value = body;
        for (String step : place.split("\\.", -1)) {
            value = value instanceof JsonObject object ? object.getValue(step) : null;
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        String some =
                line.codePointCount(0, line.length()) <= SHOWN_MAX
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, SHOWN_MAX)) + "…";
        return some.isEmpty() ? "-" : some;
    }
}
