package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Links;
import yichuang.access.Openings;
import yichuang.access.Secrets;
import yichuang.hall.Command;
import yichuang.hall.Opening;
import yichuang.hall.RatedUnit;
import yichuang.hall.RatingSetup;

/**
 * Offices outside of the hall that people rate by a QR code on the counter. There is no ticket, so
 * nothing proves a visit: the page is opened, the opening is used once, and one browser and one
 * network give only so many ratings a day.
 */
final class UnitRoutes {
    private static final String COOKIE = "yichuang-rater";
    private static final Duration GOOD = Duration.ofMinutes(30);

    private final Asking asking;
    private final Receipts receipts;
    private final Links links;
    private final Openings openings;
    private final Signboard signboard;
    private final PassMark mark;

    UnitRoutes(
            Asking asking,
            Receipts receipts,
            Links links,
            Openings openings,
            Signboard signboard,
            PassMark mark) {
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
        this.openings = openings;
        this.signboard = signboard;
        this.mark = mark;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listUnits", this::list);
        acts.put("openUnit", this::open);
        acts.put("rateUnit", this::rate);
        acts.put("unitQr", this::qr);
    }

    private RatingSetup setup() {
        return asking.front().furnishing().setup().ratings();
    }

    private Future<Reply> list(Exchange exchange) {
        JsonArray units = new JsonArray();
        for (RatedUnit unit : setup().units()) {
            units.add(
                    json(unit)
                            .put("department", unit.department())
                            .put("address", address(unit, exchange)));
        }
        return Future.succeededFuture(Reply.ok(new JsonObject().put("units", units)));
    }

    private static JsonObject json(RatedUnit unit) {
        return new JsonObject()
                .put("id", unit.id())
                .put("name", unit.name())
                .put("nameEn", unit.englishName())
                .put("place", unit.place())
                .put("placeEn", unit.englishPlace());
    }

    private String address(RatedUnit unit, Exchange exchange) {
        return signboard.begins(exchange.request()) + "/u/" + links.ofUnit(unit.id());
    }

    private Future<Reply> qr(Exchange exchange) {
        RatedUnit unit = unit(exchange.path("unit"));
        String svg = QrSvg.of(address(unit, exchange));
        return Future.succeededFuture(Reply.text("image/svg+xml", Buffer.buffer(svg)));
    }

    private RatedUnit unit(String id) {
        return setup().findUnit(id).orElseThrow(() -> Refusals.unknownAddress(id));
    }

    private RatedUnit ofLink(String link) {
        return links.findUnit(link)
                .flatMap(setup()::findUnit)
                .orElseThrow(() -> Refusals.unknownAddress("/u/" + link));
    }

    /** What the page shows, and the right to rate once; a browser without a name is given one. */
    private Future<Reply> open(Exchange exchange) {
        RatedUnit unit = ofLink(exchange.path("link"));
        Optional<String> known = browser(exchange);
        String browser = known.orElseGet(openings::newBrowser);
        Instant now = asking.leader().clock().now();
        JsonObject json =
                RatingRoutes.reasons(setup())
                        .put("unit", json(unit))
                        .put("opening", openings.make(unit.id(), browser, now))
                        .put("until", asking.front().time(until(now)));
        if (asking.leader().clock().isTest()) {
            json.put("testClock", true);
        }
        Reply.Whole reply = Reply.ok(json);
        return Future.succeededFuture(
                known.isPresent() ? reply : reply.with("Set-Cookie", cookie(exchange, browser)));
    }

    private Optional<String> browser(Exchange exchange) {
        return Optional.ofNullable(exchange.request().getCookie(COOKIE))
                .map(Cookie::getValue)
                .filter(openings::isBrowser);
    }

    /** For a day: longer it would tell who comes again, and nobody needs to know that. */
    private static String cookie(Exchange exchange, String browser) {
        return COOKIE
                + "="
                + browser
                + "; Path=/api; Max-Age="
                + Duration.ofDays(1).toSeconds()
                + "; HttpOnly; SameSite=Strict"
                + (exchange.request().isSSL() ? "; Secure" : "");
    }

    /** What bounds a day begins anew with the next, so no opening goes on into it. */
    private Instant until(Instant opened) {
        ZoneId zone = asking.front().zone();
        Instant midnight =
                LocalDate.ofInstant(opened, zone).plusDays(1).atStartOfDay(zone).toInstant();
        Instant over = opened.plus(GOOD);
        return over.isBefore(midnight) ? over : midnight;
    }

    private Future<Reply> rate(Exchange exchange) {
        RatedUnit unit = ofLink(exchange.body().getString("link"));
        if (!unit.id().equals(exchange.path("unit"))) {
            throw Gate.forbidden("unit");
        }
        return asking.ask(
                        exchange,
                        new Command.RateUnit(
                                Secrets.id(),
                                unit.id(),
                                Numbers.bounded(exchange.body().getNumber("level")),
                                RatingRoutes.reasonsSaid(exchange),
                                RatingRoutes.comment(exchange),
                                opening(unit, exchange)))
                .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    private Opening opening(RatedUnit unit, Exchange exchange) {
        String browser = browser(exchange).orElseThrow(() -> Gate.forbidden("opening"));
        Openings.Opened opened =
                openings.find(exchange.body().getString("opening"), unit.id(), browser)
                        .orElseThrow(() -> Gate.forbidden("opening"));
        LocalDate day = LocalDate.ofInstant(opened.at(), asking.front().zone());
        String from = NetworkAddress.network(mark.from(exchange.request()));
        return new Opening(
                opened.id(),
                until(opened.at()),
                openings.onDay("browser " + browser, day),
                openings.onDay("address " + from, day));
    }
}
