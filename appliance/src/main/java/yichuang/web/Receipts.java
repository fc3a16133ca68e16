package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import yichuang.access.Links;
import yichuang.hall.Outlook;
import yichuang.hall.Receipt;
import yichuang.hall.Why;

/**
 * Receipts as JSON, made of the receipt and of nothing that can change: a retry is told the same.
 */
final class Receipts {
    private final Front front;
    private final Links links;

    Receipts(Front front, Links links) {
        this.front = front;
        this.links = links;
    }

    JsonObject json(Receipt receipt, Language language) {
        return switch (receipt) {
            case Receipt.Taken taken -> taken(taken);
            case Receipt.OfTicket of ->
                    new JsonObject()
                            .put("id", of.id().value())
                            .put("number", of.number())
                            .put("state", Refusals.code(of.state()));
            case Receipt.OfWindow of -> window(of, language);
            case Receipt.Rated rated ->
                    new JsonObject()
                            .put("id", rated.id())
                            .put("ticket", rated.ticket().value())
                            .put("level", rated.level())
                            .put("at", front.time(rated.at()));
            case Receipt.Noted noted ->
                    new JsonObject().put("id", noted.id()).put("at", front.time(noted.at()));
            case Receipt.Postponed postponed ->
                    new JsonObject()
                            .put("id", postponed.id().value())
                            .put("number", postponed.number())
                            .put("postponedBy", postponed.passed())
                            .put("postponesLeft", postponed.left());
            case Receipt.Help help ->
                    new JsonObject()
                            .put("id", help.id())
                            .put("kind", help.kind().code())
                            .put("where", help.where())
                            .put("at", front.time(help.at()));
            case Receipt.OfNode of ->
                    new JsonObject()
                            .put("node", of.node().value())
                            .put("role", of.role().word())
                            .put("at", front.time(of.at()));
            case Receipt.OfPart of ->
                    new JsonObject()
                            .put("node", of.node().value())
                            .put("island", of.epoch())
                            .put("sequence", of.sequence())
                            .put("at", front.time(of.at()));
            case Receipt.Granted granted -> {
                JsonObject json =
                        new JsonObject()
                                .put("id", granted.id().value())
                                .put("role", granted.role().code());
                granted.window().ifPresent(window -> json.put("window", window.value()));
                yield json;
            }
        };
    }

    /** {@return when it was written down} */
    Instant at(Receipt receipt) {
        if (receipt instanceof Receipt.Noted noted) {
            return noted.at();
        }
        if (receipt instanceof Receipt.OfNode node) {
            return node.at();
        }
        throw new IllegalStateException("not written down: " + receipt);
    }

    private JsonObject taken(Receipt.Taken taken) {
        JsonObject json =
                new JsonObject()
                        .put("id", taken.id().value())
                        .put("number", taken.number())
                        .put("series", taken.series())
                        .put("ahead", taken.outlook().ahead())
                        .put("wait", taken.outlook().estimate().map(Receipts::wait).orElse(null));
        if (taken.outlook().estimate().isEmpty()) {
            json.put("notice", "no-window-open");
        }
        return json.put("link", links.of(taken.id())).put("takenAt", front.time(taken.takenAt()));
    }

    static JsonObject wait(Outlook.Wait wait) {
        return new JsonObject()
                .put("p50", wait.p50().toSeconds())
                .put("p90", wait.p90().toSeconds());
    }

    private JsonObject window(Receipt.OfWindow of, Language language) {
        JsonObject json =
                new JsonObject()
                        .put("window", of.window().value())
                        .put("state", Refusals.code(of.state()));
        of.visitor().ifPresent(visitor -> json.put("ticket", visitor(visitor, language)));
        return json;
    }

    private static JsonObject visitor(Receipt.Visitor visitor, Language language) {
        JsonArray items = new JsonArray();
        visitor.items().forEach(item -> items.add(item.value()));
        JsonObject json =
                new JsonObject()
                        .put("id", visitor.id().value())
                        .put("number", visitor.number())
                        .put("state", Refusals.code(visitor.state()))
                        .put("items", items);
        visitor.why()
                .ifPresent(
                        why ->
                                json.put("why", WhyText.called(why, language))
                                        .put("whyFacts", facts(why)));
        visitor.caseNumber().ifPresent(number -> json.put("caseNumber", number));
        return json;
    }

    static JsonObject facts(Why why) {
        return new JsonObject()
                .put("policy", why.policy())
                .put("reason", Refusals.code(why.reason()))
                .put("waitedSeconds", why.waited().toSeconds())
                .put("points", why.points())
                .put("passed", why.passed());
    }
}
