package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import yichuang.devices.Devices;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.TicketState;
import yichuang.leader.HallClock;
import yichuang.leader.Reading;

/**
 * The whole hall at one log index. What is waiting is picked out on the log's thread, since all of
 * it is immutable; the JSON is made elsewhere, on a worker when it is long, and once for all who
 * ask within a moment.
 */
final class HallView {
    private static final int SHORT_MAX = 500;
    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();

    private final Vertx vertx;
    private final Asking asking;
    private final Devices devices;
    private final String node;
    private final Others others;
    private final Signboard signboard;
    private final LongSupplier deviceChanges;
    private final Map<Viewer, Fresh> last = new ConcurrentHashMap<>();

    /**
     * A snapshot with its place in the log.
     *
     * @param devices the stream's count of device changes when it was begun: later ones may be
     *     missing from it
     */
    record Snapshot(long index, long devices, Buffer json) {}

    private record Fresh(Snapshot snapshot, long nanos) {}

    HallView(
            Vertx vertx,
            Asking asking,
            Devices devices,
            String node,
            Others others,
            Signboard signboard,
            LongSupplier deviceChanges) {
        this.vertx = vertx;
        this.asking = asking;
        this.devices = devices;
        this.node = node;
        this.others = others;
        this.signboard = signboard;
        this.deviceChanges = deviceChanges;
    }

    void addTo(Map<String, Act> acts) {
        acts.put(
                "readHall",
                exchange ->
                        snapshot(exchange).map(one -> Reply.text("application/json", one.json())));
    }

    /** {@return the hall as this caller may see it} */
    Future<Snapshot> snapshot(Exchange exchange) {
        Viewer viewer = Viewer.of(exchange.caller().orElseThrow());
        if (viewer instanceof Viewer.Citizen) {
            return exchange.await(asking.leader().read(HallView::still))
                    .compose(still -> encode(still, viewer));
        }
        return exchange.await(asking.leader().read(Reading::index))
                .compose(
                        index -> {
                            Optional<Fresh> fresh = Optional.ofNullable(last.get(viewer));
                            long now = System.nanoTime();
                            if (fresh.isPresent()
                                    && fresh.get().snapshot().index() == index
                                    && now - fresh.get().nanos() < FRESH_NANOS) {
                                return Future.succeededFuture(fresh.get().snapshot());
                            }
                            return exchange.await(asking.leader().read(HallView::still))
                                    .compose(still -> encode(still, viewer))
                                    .onSuccess(made -> last.put(viewer, new Fresh(made, now)));
                        });
    }

    private static HallJson.Still still(Reading reading) {
        Hall hall = reading.hall();
        List<Ticket> open =
                hall.tickets().stream()
                        .filter(
                                ticket ->
                                        ticket.state() == TicketState.WAITING
                                                || ticket.currentLeg().state().atWindow())
                        .toList();
        return new HallJson.Still(
                reading.index(),
                reading.now(),
                hall.furnishing(),
                hall.day().map(day -> day.date()),
                hall.island(),
                List.copyOf(hall.windows()),
                Parts.unreached(hall),
                open,
                hall.help());
    }

    private Future<Snapshot> encode(HallJson.Still still, Viewer viewer) {
        long seen = deviceChanges.getAsLong();
        HallClock clock = asking.leader().clock();
        HallJson.Here here =
                new HallJson.Here(
                        node,
                        others.leader(),
                        others.nodes(),
                        clock.isTest(),
                        clock.rate(),
                        devices::isVirtual,
                        signboard.notices());
        HallJson json = new HallJson(here, devices.all(), still, viewer);
        if (still.tickets().size() <= SHORT_MAX) {
            return Future.succeededFuture(new Snapshot(still.index(), seen, json.encode()));
        }
        return vertx.executeBlocking(() -> new Snapshot(still.index(), seen, json.encode()), false);
    }
}
