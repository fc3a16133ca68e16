package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import yichuang.metrics.Live;

/** The live figures as JSON; their names are those of docs/reference/figures.md. */
final class LiveJson {
    private LiveJson() {}

    static JsonObject of(Live live, Front front) {
        JsonObject windows = new JsonObject();
        live.windows().forEach((state, count) -> windows.put(Refusals.code(state), count));
        JsonObject ratings = new JsonObject();
        live.ratings().forEach((level, count) -> ratings.put(String.valueOf(level), count));
        return new JsonObject()
                .put("at", front.time(live.at()))
                .put("hall", line(live.hall()))
                .put("zones", lines(live.zones()))
                .put("series", lines(live.series()))
                .put("groups", lines(live.groups()))
                .put("windows", windows)
                .put("noShowRate", live.noShowRate())
                .put("ratings", ratings)
                .put("targetSeconds", Live.TARGET.toSeconds());
    }

    private static JsonArray lines(List<Live.Line> lines) {
        JsonArray list = new JsonArray();
        lines.forEach(line -> list.add(line(line)));
        return list;
    }

    private static JsonObject line(Live.Line line) {
        return new JsonObject()
                .put("of", line.of())
                .put("waiting", line.waiting())
                .put("longestWaitSeconds", line.longestWait().toSeconds())
                .put("last15Minutes", waits(line.last15Minutes()))
                .put("last60Minutes", waits(line.last60Minutes()));
    }

    private static JsonObject waits(Live.Waits waits) {
        return new JsonObject()
                .put("count", waits.count())
                .put("p50Seconds", waits.p50Seconds())
                .put("p90Seconds", waits.p90Seconds())
                .put("withinTarget", waits.withinTarget());
    }
}
