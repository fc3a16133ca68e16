package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Caller;
import yichuang.dispatch.Place;
import yichuang.forecast.WaitEstimate;
import yichuang.hall.Claim;
import yichuang.hall.Furnishing;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.Outlook;
import yichuang.hall.Refusal;
import yichuang.hall.Role;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.leader.Reading;
import yichuang.records.PastTicket;
import yichuang.records.Records;

/** One ticket as its person sees it: the open day from the hall, older ones from the records. */
final class TicketReading {
    private final Vertx vertx;
    private final Asking asking;
    private final WhichTicket which;
    private final Records records;
    private final Replies replies;

    TicketReading(Vertx vertx, Asking asking, WhichTicket which, Records records, Replies replies) {
        this.replies = replies;
        this.vertx = vertx;
        this.asking = asking;
        this.which = which;
        this.records = records;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("readTicket", this::read);
        acts.put("findTickets", this::search);
    }

    private record Found(
            Ticket ticket,
            Optional<Place> place,
            Optional<Outlook.Wait> estimate,
            Optional<Claim> claim) {}

    private Future<Reply> read(Exchange exchange) {
        return which.ofPath(exchange)
                .compose(id -> json(id, exchange).compose(json -> replies.into(json, id, exchange)))
                .map(Reply::ok);
    }

    /** {@return the ticket as it stands now; a failure when nobody knows it} */
    Future<JsonObject> json(TicketId id, Exchange exchange) {
        return exchange.await(asking.leader().read(reading -> find(reading, id)))
                .compose(
                        found ->
                                found.map(one -> json(one, exchange))
                                        .map(Future::succeededFuture)
                                        .orElseGet(() -> past(id, exchange)));
    }

    private static Optional<Found> find(Reading reading, TicketId id) {
        return reading.hall()
                .findTicket(id)
                .map(
                        ticket -> {
                            Optional<Place> place =
                                    ticket.state() == TicketState.WAITING
                                            ? reading.dispatch()
                                                    .place(reading.hall(), id, reading.now())
                                            : Optional.empty();
                            return new Found(
                                    ticket,
                                    place,
                                    place.flatMap(at -> estimate(reading, at)),
                                    reading.hall().findClaim(id));
                        });
    }

    private static Optional<Outlook.Wait> estimate(Reading reading, Place place) {
        return WaitEstimate.of(
                reading.hall(),
                reading.dispatch(),
                List.of(place.item()),
                place.ahead(),
                reading.now());
    }

    private JsonObject json(Found found, Exchange exchange) {
        Language language = exchange.language();
        Ticket ticket = found.ticket();
        JsonArray legs = new JsonArray();
        ticket.legs().forEach(leg -> legs.add(leg(leg, language)));
        JsonObject json =
                TicketRoutes.brief(ticket.id(), ticket.number(), ticket.state())
                        .put("series", ticket.series())
                        .put("legs", legs)
                        .put("ahead", found.place().map(Place::ahead).orElse(0))
                        .put("wait", found.estimate().map(Receipts::wait).orElse(null))
                        .put("why", why(found, language))
                        .put("takenAt", asking.front().time(ticket.takenAt()))
                        .put("count", ticket.count());
        if (asking.leader().clock().isTest()) {
            json.put("testClock", true);
        }
        if (found.place().filter(place -> place.windows() == 0).isPresent()) {
            json.put("notice", "no-window-open");
        }
        found.place().ifPresent(at -> json.put("whyFacts", WhyText.facts(at, asking.front())));
        if (found.place().isPresent()) {
            int most = asking.front().furnishing().rules().postponesMax();
            json.put("postponesLeft", Math.max(0, most - ticket.postponed()));
        }
        ticket.group().ifPresent(group -> json.put("priority", group.value()));
        ticket.theme().ifPresent(theme -> json.put("theme", theme.value()));
        ticket.printed().ifPresent(printed -> json.put("printed", printed == Ticket.Printed.YES));
        ticket.returnCode().ifPresent(code -> json.put("returnCode", code));
        found.claim().ifPresent(claim -> rating(json, claim, exchange));
        return json;
    }

    private void rating(JsonObject json, Claim claim, Exchange exchange) {
        if (!servesAtWindow(exchange)) {
            json.put("ratingUntil", asking.front().time(claim.deadline()))
                    .put("rated", claim.level().isPresent());
        }
    }

    /**
     * Who served somebody is not told even whether they rated: pressure begins with knowing that.
     */
    private static boolean servesAtWindow(Exchange exchange) {
        return exchange.caller().orElseThrow() instanceof Caller.Bearer bearer
                && bearer.token().role() == Role.WINDOW;
    }

    private JsonObject leg(Leg leg, Language language) {
        JsonObject json =
                new JsonObject()
                        .put("item", leg.item().value())
                        .put("name", name(leg.item(), language))
                        .put("state", Refusals.code(leg.state()));
        leg.window().ifPresent(window -> json.put("window", window.value()));
        leg.closing()
                .ifPresent(
                        closing ->
                                json.put("outcome", closing.outcome().code())
                                        .put("caseNumber", closing.caseNumber()));
        return json;
    }

    private String name(ItemCode code, Language language) {
        return name(code, asking.front().furnishing(), language);
    }

    static String name(ItemCode code, Furnishing furnishing, Language language) {
        return furnishing.findItem(code).map(item -> name(item, language)).orElse(code.value());
    }

    static String name(Item item, Language language) {
        return language == Language.EN && !item.englishName().isBlank()
                ? item.englishName()
                : item.name();
    }

    private static String why(Found found, Language language) {
        if (found.place().isPresent()) {
            return WhyText.waiting(found.place().get(), language);
        }
        Ticket ticket = found.ticket();
        return language.sentence(
                "why.state." + Refusals.code(ticket.state()),
                ticket.currentLeg()
                        .window()
                        .map(window -> Map.<String, Object>of("window", window.value()))
                        .orElse(Map.of()));
    }

    private Future<JsonObject> past(TicketId id, Exchange exchange) {
        return vertx.executeBlocking(() -> records.history().findTicket(id), false)
                .map(past -> json(past.orElseThrow(() -> unknown(id)), exchange.language()))
                .compose(json -> stillRated(json, id, exchange));
    }

    /** A visit may be rated for days after its own has closed. */
    private Future<JsonObject> stillRated(JsonObject json, TicketId id, Exchange exchange) {
        return exchange.await(asking.leader().read(reading -> reading.hall().findClaim(id)))
                .map(
                        claim -> {
                            claim.ifPresent(open -> rating(json, open, exchange));
                            return json;
                        });
    }

    private ProblemFound unknown(TicketId id) {
        return Refusals.of(new Refusal.UnknownTicket(id.value()), asking.front().zone());
    }

    private JsonObject json(PastTicket ticket, Language language) {
        JsonArray legs = new JsonArray();
        for (PastTicket.PastLeg leg : ticket.legs()) {
            JsonObject json =
                    new JsonObject()
                            .put("item", leg.item())
                            .put("name", leg.itemName())
                            .put("state", Refusals.code(leg.state()));
            leg.window().ifPresent(window -> json.put("window", window));
            leg.outcome().ifPresent(outcome -> json.put("outcome", outcome));
            leg.caseNumber().ifPresent(number -> json.put("caseNumber", number));
            legs.add(json);
        }
        JsonObject json =
                TicketRoutes.brief(ticket.id(), ticket.number(), ticket.state())
                        .put("legs", legs)
                        .put("ahead", 0)
                        .putNull("wait")
                        .put(
                                "why",
                                language.sentence(
                                        "why.state.past", Map.of("day", ticket.day().toString())))
                        .put("takenAt", asking.front().time(ticket.takenAt()))
                        .put("count", ticket.people());
        ticket.group().ifPresent(group -> json.put("priority", group));
        ticket.returnCode().ifPresent(code -> json.put("returnCode", code));
        return json;
    }

    /**
     * Reads only, and gives neither id nor link: whoever reads a number on a board may not act on
     * it.
     */
    private Future<Reply> search(Exchange exchange) {
        String number = exchange.query("number");
        return exchange.await(asking.leader().read(reading -> withNumber(reading, number)))
                .map(
                        tickets -> {
                            JsonArray list = new JsonArray();
                            tickets.forEach(one -> list.add(searched(one, exchange.language())));
                            return Reply.ok(new JsonObject().put("tickets", list));
                        });
    }

    private static List<Ticket> withNumber(Reading reading, String number) {
        return reading.hall().tickets().stream()
                .filter(ticket -> ticket.number().equalsIgnoreCase(number))
                .toList();
    }

    private JsonObject searched(Ticket ticket, Language language) {
        JsonArray items = new JsonArray();
        ticket.legs().forEach(leg -> items.add(name(leg.item(), language)));
        JsonObject json =
                new JsonObject()
                        .put("number", ticket.number())
                        .put("state", Refusals.code(ticket.state()))
                        .put("items", items)
                        .put("takenAt", asking.front().time(ticket.takenAt()));
        ticket.currentLeg().window().ifPresent(window -> json.put("window", window.value()));
        return json;
    }
}
