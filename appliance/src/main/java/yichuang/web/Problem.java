package yichuang.web;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why not, as facts (RFC 9457). The sentences come from {@link Words} in the caller's language.
 *
 * @param words key of the sentences: the type's own, or one that says it more exactly
 * @param facts what the sentences name, and machine-readable members of the answer
 * @param retryAfter when asking again makes sense
 */
record Problem(
        ProblemType type, String words, Map<String, Object> facts, Optional<Duration> retryAfter) {

    static Problem of(ProblemType type) {
        return new Problem(type, type.code(), new LinkedHashMap<>(), Optional.empty());
    }

    /** The same type, said more exactly. */
    Problem saying(String key) {
        return new Problem(type, key, facts, retryAfter);
    }

    Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Problem(type, words, more, retryAfter);
    }

    Problem retryAfter(Duration time) {
        return new Problem(type, words, facts, Optional.of(time));
    }

    /** {@return it, to be thrown from the depth of a check} */
    ProblemFound found() {
        return new ProblemFound(this);
    }

    JsonObject json(Language language) {
        JsonObject json =
                new JsonObject()
                        .put("type", type.urn())
                        .put("title", language.sentence(words + ".title", facts))
                        .put("status", type.status())
                        .put("detail", language.sentence(words + ".detail", facts))
                        .put("hint", language.sentence(words + ".hint", facts));
        facts.forEach(json::put);
        retryAfter.ifPresent(time -> json.put("retryAfterSeconds", seconds(time)));
        return json;
    }

    static long seconds(Duration time) {
        return Math.max(1, (time.toMillis() + 999) / 1000);
    }
}
