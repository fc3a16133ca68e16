package yichuang.web;

import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import yichuang.leader.Leader;

/** Every operation's act, by the id it has in openapi.yaml. */
final class Acts {
    private final Map<String, Act> all = new LinkedHashMap<>();
    private final WebRooms rooms;
    private final Front front;
    private final LiveStream stream;
    private final Pages pages = new Pages();

    Acts(Vertx vertx, WebRooms rooms, Contract contract, Front front) {
        this.rooms = rooms;
        this.front = front;
        this.stream = new LiveStream(vertx, front);
        Leader leader = rooms.leader();
        Asking asking = new Asking(leader, front);
        Receipts receipts = new Receipts(front, rooms.links());
        HallView view =
                new HallView(
                        vertx,
                        asking,
                        rooms.devices(),
                        rooms.node(),
                        rooms.others(),
                        rooms.signboard(),
                        stream::deviceChanges);
        new CatalogueRoutes(front, rooms.signboard()).addTo(all);
        new StaffRoutes(front, rooms.signboard()).addTo(all);
        WhichTicket which = new WhichTicket(asking, rooms.links());
        new TicketRoutes(
                        asking,
                        receipts,
                        which,
                        rooms.contacts(),
                        rooms.devices(),
                        rooms.gateway().isPresent())
                .addTo(all);
        RectificationReading rectifications =
                new RectificationReading(vertx, asking, rooms.records());
        rectifications.addTo(all);
        new RectificationRoutes(asking, receipts, rectifications, rooms.contacts()).addTo(all);
        TicketReading tickets =
                new TicketReading(
                        vertx,
                        asking,
                        which,
                        rooms.records(),
                        new Replies(vertx, rooms.links(), rooms.records(), front));
        tickets.addTo(all);
        new PostponeRoutes(asking, receipts, which, tickets).addTo(all);
        new QrRoutes(rooms.links(), rooms.signboard()).addTo(all);
        new ApplicantRoutes(asking, receipts, which, rooms.contacts()).addTo(all);
        new PartRoutes(asking, receipts).addTo(all);
        new NodeRoutes(rooms.node(), asking, receipts, rooms.links(), rooms.others()).addTo(all);
        new WindowRoutes(asking, receipts).addTo(all);
        new WindowReading(asking).addTo(all);
        new FinishRoutes(vertx, asking, receipts, rooms.records()).addTo(all);
        new RatingRoutes(asking, receipts, rooms.links(), rooms.contacts()).addTo(all);
        new UnitRoutes(
                        asking,
                        receipts,
                        rooms.links(),
                        rooms.openings(),
                        rooms.signboard(),
                        rooms.mark())
                .addTo(all);
        new EnteredRoutes(vertx, asking, rooms.records()).addTo(all);
        new VoiceRoutes(
                        vertx,
                        asking,
                        receipts,
                        which,
                        rooms.signboard(),
                        rooms.records(),
                        rooms.contacts())
                .addTo(all);
        new DeviceRoutes(asking, receipts, rooms.devices()).addTo(all);
        new RepairRoutes(rooms.devices()).addTo(all);
        new ManagerRoutes(vertx, asking, receipts, which, rooms.metrics(), rooms.records())
                .addTo(all);
        new PlatformRoutes(vertx, asking, receipts, rooms.records(), rooms.platform()).addTo(all);
        new GatewayRoutes(vertx, asking, rooms.records(), rooms.gateway()).addTo(all);
        new BehindRoutes(vertx, asking, rooms.metrics()).addTo(all);
        new AccessRoutes(asking, receipts, rooms.links()).addTo(all);
        new HealthRoutes(leader, rooms.others(), rooms.scrape(), contract).addTo(all);
        view.addTo(all);
        new StreamRoutes(vertx, stream, view, rooms.limits()).addTo(all);
        pages.addTo(all);
    }

    /** Lets what must know every event follow the leader. */
    void follow() {
        rooms.leader().follow(front);
        rooms.leader().follow(stream);
        rooms.devices().listen(stream::device);
    }

    Pages pages() {
        return pages;
    }

    Map<String, Act> all() {
        return all;
    }
}
