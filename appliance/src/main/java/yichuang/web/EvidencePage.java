package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** One rectification as a page to print, Chinese first; it needs nothing but itself. */
final class EvidencePage {
    private static final String STYLE =
            """
            body { font: 14px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em; }
            table { border-collapse: collapse; width: 100%; margin: 0 0 1.5em; }
            th, td { border: 1px solid #888; padding: 4px 8px; text-align: left; vertical-align: top; }
            th { width: 14em; font-weight: normal; background: #f0f0f0; }
            td { white-space: pre-wrap; }
            tr { break-inside: avoid; }
            """;

    private final StringBuilder page = new StringBuilder();

    private EvidencePage() {}

    /** {@return the page of a case as the API tells it} */
    static String of(JsonObject one, Front front) {
        EvidencePage page = new EvidencePage();
        page.write(one, front.furnishing().setup().name());
        return page.page.toString();
    }

    private void write(JsonObject one, String hall) {
        String title = hall + " · " + label("evidence.title") + " · " + one.getString("id");
        page.append("<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        head(one);
        section("evidence.deadlines");
        one.getJsonObject("deadlines")
                .forEach(each -> row("evidence.act." + kebab(each.getKey()), each.getValue()));
        page.append("</table>\n");
        section("evidence.steps");
        for (Object step : one.getJsonArray("steps")) {
            step((JsonObject) step);
        }
        page.append("</table>\n</html>\n");
    }

    private void head(JsonObject one) {
        page.append("<table>\n");
        row("evidence.about", word("evidence.about", one.getString("about")));
        row("evidence.state", word("evidence.state", one.getString("state")));
        row("evidence.excluded", yes(one.getBoolean("excluded")));
        row("evidence.number", one.getString("number"));
        row("evidence.channel", one.getString("channel"));
        row("evidence.level", one.getInteger("level"));
        row("evidence.reasons", texts(one.getJsonArray("reasons"), "text"));
        row("evidence.text", one.getString("text"));
        row("evidence.items", texts(one.getJsonArray("items"), "name"));
        row("evidence.window", one.getString("window"));
        row("evidence.department", one.getString("department"));
        row("evidence.staff", one.getString("staff"));
        row("evidence.openedAt", one.getString("openedAt"));
        row("evidence.closedAt", one.getString("closedAt"));
        row("evidence.named", yes(one.getBoolean("named")));
        row("evidence.contact", one.getString("contact"));
        row("evidence.complex", yes(one.getBoolean("complex")));
        row("evidence.escalated", yes(one.getBoolean("escalated")));
        JsonObject opinion = one.getJsonObject("secondOpinion");
        if (opinion != null) {
            row(
                    "evidence.secondOpinion",
                    opinion.getInteger("level")
                            + " · "
                            + word("evidence.source", opinion.getString("source"))
                            + " · "
                            + opinion.getString("at"));
        }
        page.append("</table>\n");
    }

    private void step(JsonObject step) {
        StringBuilder what = new StringBuilder();
        for (String field : new String[] {"finding", "result"}) {
            if (step.containsKey(field)) {
                line(what, word("evidence.result", step.getString(field)));
            }
        }
        line(what, step.getString("text"));
        if (step.containsKey("level")) {
            line(what, label("evidence.level") + " " + step.getInteger("level"));
        }
        if (step.containsKey("until")) {
            line(what, label("evidence.until") + " " + step.getString("until"));
        }
        line(what, step.getString("byName", "") + " " + step.getString("by"));
        heading(step.getString("at") + "\n" + label("evidence.act." + step.getString("act")));
        page.append("<td>").append(escaped(what.toString().strip())).append("</td></tr>\n");
    }

    private static void line(StringBuilder lines, String line) {
        if (line != null && !line.isBlank()) {
            lines.append(line.strip()).append('\n');
        }
    }

    private void section(String key) {
        page.append("<h2>").append(escaped(label(key))).append("</h2>\n<table>\n");
    }

    /** A row; none where there is nothing to say. */
    private void row(String key, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            heading(label(key));
            page.append("<td>").append(escaped(value.toString())).append("</td></tr>\n");
        }
    }

    private void heading(String text) {
        page.append("<tr><th>").append(escaped(text).replace("\n", "<br>")).append("</th>");
    }

    private static String texts(JsonArray list, String field) {
        StringBuilder lines = new StringBuilder();
        list.forEach(each -> line(lines, ((JsonObject) each).getString(field)));
        return lines.toString().strip();
    }

    private static String yes(boolean so) {
        return label(so ? "evidence.yes" : "evidence.no");
    }

    private static String word(String of, String code) {
        return label(of + "." + code.replace('_', '-').toLowerCase(Locale.ROOT));
    }

    private static String label(String key) {
        return Language.ZH.sentence(key, Map.of()) + " " + Language.EN.sentence(key, Map.of());
    }

    private static String kebab(String name) {
        return name.equals("followUp") ? "follow-up" : name;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
