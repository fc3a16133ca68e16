package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import yichuang.bench.day.Act.Verb;

/**
 * What somebody wants of the hall, whichever node hears it.
 *
 * @param secret in whose name: a role's token, or a ticket's link
 * @param ticket the one it is about, as far as it is known before
 */
record Errand(
        Verb verb,
        String method,
        String path,
        String secret,
        Optional<String> window,
        Optional<String> ticket,
        JsonObject body) {

    String text() {
        return method.equals("DELETE") ? "" : body.encode();
    }
}
