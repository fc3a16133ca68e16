package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Contact;
import yichuang.hall.RatingTag;
import yichuang.hall.Rectification.About;
import yichuang.hall.Token;
import yichuang.records.RectificationCase;
import yichuang.records.RectificationStep;
import yichuang.records.Rectifications;

/** Rectifications as JSON, at one moment. */
final class RectificationJson {
    private final Front front;
    private final Instant now;

    RectificationJson(Front front, Instant now) {
        this.front = front;
        this.now = now;
    }

    JsonObject brief(RectificationCase one) {
        JsonArray items = new JsonArray();
        one.items()
                .forEach(
                        item ->
                                items.add(
                                        new JsonObject()
                                                .put("code", item.code())
                                                .put("name", item.name())));
        JsonObject json =
                new JsonObject()
                        .put("id", one.id())
                        .put("about", code(one.about()))
                        .put("state", one.state().name())
                        .put("step", one.step().name())
                        .put("openedAt", front.time(one.openedAt()))
                        .put("due", front.time(one.due()))
                        .put("overdue", one.isOverdue(now))
                        .put("escalated", one.escalated())
                        .put("complex", one.complex())
                        .put("named", one.named())
                        .put("channel", one.channel())
                        .put("items", items)
                        .put("reasons", reasons(one.reasons()));
        one.closedAt().ifPresent(at -> json.put("closedAt", front.time(at)));
        one.number().ifPresent(number -> json.put("number", number));
        one.level().ifPresent(level -> json.put("level", level));
        one.unit().ifPresent(unit -> json.put("unit", unit));
        one.window().ifPresent(window -> json.put("window", window));
        one.department().ifPresent(department -> json.put("department", department));
        one.text().ifPresent(text -> json.put("text", text));
        return json;
    }

    /** A reason that the hall's file has no longer stands by its code. */
    private JsonArray reasons(String codes) {
        JsonArray reasons = new JsonArray();
        for (Object code : new JsonArray(codes)) {
            String text =
                    front.furnishing()
                            .setup()
                            .ratings()
                            .findTag((String) code)
                            .map(RatingTag::text)
                            .orElse((String) code);
            reasons.add(new JsonObject().put("code", code).put("text", text));
        }
        return reasons;
    }

    JsonObject whole(
            RectificationCase one,
            List<RectificationStep> steps,
            Optional<Rectifications.Opinion> own,
            Optional<Contact> contact,
            List<Token> tokens) {
        Map<String, String> names = new LinkedHashMap<>();
        tokens.forEach(token -> names.put(token.id().value(), token.label()));
        JsonArray done = new JsonArray();
        steps.forEach(step -> done.add(step(step, names)));
        JsonObject json =
                brief(one)
                        .put("steps", done)
                        .put("deadlines", deadlines(one))
                        .put("excluded", one.excluded());
        one.staff().ifPresent(staff -> json.put("staff", staff));
        secondOpinion(steps, own).ifPresent(opinion -> json.put("secondOpinion", opinion));
        appeal(steps).ifPresent(appeal -> json.put("appeal", appeal));
        contact.ifPresent(person -> json.put("contact", person.masked()));
        return json;
    }

    private JsonObject step(RectificationStep step, Map<String, String> names) {
        JsonObject json =
                new JsonObject()
                        .put("at", front.time(step.at()))
                        .put("by", step.by())
                        .put("act", step.act());
        Optional.ofNullable(names.get(step.by())).ifPresent(name -> json.put("byName", name));
        String result = step.act().equals("verify") ? "finding" : "result";
        step.result().ifPresent(what -> json.put(result, what));
        step.text().ifPresent(text -> json.put("text", text));
        step.level().ifPresent(level -> json.put("level", level));
        step.until().ifPresent(until -> json.put("until", front.time(until)));
        return json;
    }

    private JsonObject deadlines(RectificationCase one) {
        RectificationCase.Deadlines by = one.deadlines();
        JsonObject json = new JsonObject().put("verify", front.time(by.verify()));
        if (one.named()) {
            json.put("contact", front.time(by.contact()));
        }
        return json.put("fix", front.time(by.fix()))
                .put("reply", front.time(by.reply()))
                .put("followUp", front.time(by.followUp()));
    }

    /** The person's own word, and only without one what an officer was told. */
    private Optional<JsonObject> secondOpinion(
            List<RectificationStep> steps, Optional<Rectifications.Opinion> own) {
        return own.map(opinion -> opinion(opinion.level(), opinion.at(), "person"))
                .or(
                        () ->
                                last(steps, "follow-up")
                                        .filter(step -> step.level().isPresent())
                                        .map(
                                                step ->
                                                        opinion(
                                                                step.level().get(),
                                                                step.at(),
                                                                "officer")));
    }

    private JsonObject opinion(int level, Instant at, String source) {
        return new JsonObject().put("level", level).put("at", front.time(at)).put("source", source);
    }

    private Optional<JsonObject> appeal(List<RectificationStep> steps) {
        return last(steps, "appeal")
                .map(
                        appeal -> {
                            JsonObject json =
                                    new JsonObject()
                                            .put("by", appeal.by())
                                            .put("at", front.time(appeal.at()))
                                            .put("ground", appeal.result().orElseThrow())
                                            .put("text", appeal.text().orElse(""));
                            last(steps, "review")
                                    .ifPresent(
                                            review ->
                                                    json.put(
                                                                    "decision",
                                                                    review.result().orElseThrow())
                                                            .put(
                                                                    "decidedAt",
                                                                    front.time(review.at()))
                                                            .put(
                                                                    "decidedText",
                                                                    review.text().orElse("")));
                            return json;
                        });
    }

    private static Optional<RectificationStep> last(List<RectificationStep> steps, String act) {
        return steps.stream()
                .filter(step -> step.act().equals(act))
                .reduce((first, second) -> second);
    }

    static String code(About about) {
        return about.name().toLowerCase(Locale.ROOT);
    }
}
