package yichuang.web;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import yichuang.dispatch.Place;
import yichuang.hall.Why;

/** Why somebody was called, or stands where they stand, in plain words. */
final class WhyText {
    private WhyText() {}

    static String called(Why why, Language language) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("minutes", minutes(why.waited()));
        facts.put("passed", why.passed());
        facts.put("policy", why.policy());
        String sentence = language.sentence("why.called." + Refusals.code(why.reason()), facts);
        return why.passed() == 0
                ? sentence
                : sentence + language.sentence("why.called.passed", facts);
    }

    static String waiting(Place place, Language language) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ahead", place.ahead());
        facts.put("windows", place.windows());
        facts.put("minutes", minutes(place.weight().waited()));
        facts.put("more", Math.abs(place.ahead() - place.earlier()));
        place.reserve().ifPresent(reserve -> facts.put("window", reserve.window().value()));
        StringBuilder text = new StringBuilder(language.sentence("why.waiting.ahead", facts));
        if (place.windows() == 0) {
            text.append(language.sentence("why.waiting.no-window", facts));
        }
        if (place.reserve().isPresent()) {
            text.append(language.sentence("why.waiting.reserved", facts));
        } else if (place.ahead() > place.earlier()) {
            text.append(language.sentence("why.waiting.later-first", facts));
        } else if (place.ahead() < place.earlier()) {
            text.append(language.sentence("why.waiting.before-earlier", facts));
        } else {
            text.append(language.sentence("why.waiting.in-order", facts));
        }
        return text.toString();
    }

    static JsonObject facts(Place place, Front front) {
        Place.Weight weight = place.weight();
        JsonObject json =
                new JsonObject()
                        .put("item", place.item().value())
                        .put("ahead", place.ahead())
                        .put("earlier", place.earlier())
                        .put("windows", place.windows())
                        .put("policy", weight.policy())
                        .put("reason", Refusals.code(weight.reason()))
                        .put("waitedSeconds", weight.waited().toSeconds())
                        .put("points", weight.points())
                        .put("pointsPerMinute", weight.rate())
                        .put("bonus", weight.bonus())
                        .put("overdueAt", front.time(weight.overdueAt()));
        place.reserve()
                .ifPresent(
                        reserve ->
                                json.put("onlyWindow", reserve.window().value())
                                        .put("onlyUntil", front.time(reserve.until())));
        return json;
    }

    private static long minutes(Duration time) {
        return (time.toSeconds() + 30) / 60;
    }
}
