package yichuang.web;

import io.vertx.core.json.JsonObject;
import yichuang.evaluation.sending.Outage;

/** That nothing goes through to the platform or the gateway, as pages are told of it. */
final class OutageJson {
    private OutageJson() {}

    static JsonObject of(Outage outage, Front front) {
        return new JsonObject()
                .put("since", front.time(outage.since()))
                .put("reason", outage.reason())
                .put("nextTry", front.time(outage.nextTry()));
    }
}
