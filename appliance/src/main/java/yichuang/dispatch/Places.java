package yichuang.dispatch;

import java.util.List;
import yichuang.hall.Hall;

/** Where waiting legs stand at one moment, and why. */
final class Places {
    private final Hall hall;
    private final Lines lines;
    private final Pools pools;
    private final Moment moment;
    private final Ahead ahead;
    private final String policy;

    /**
     * @param policy the name of whoever chooses
     */
    Places(Hall hall, Lines lines, Pools pools, Moment moment, Ahead ahead, String policy) {
        this.hall = hall;
        this.lines = lines;
        this.pools = pools;
        this.moment = moment;
        this.ahead = ahead;
        this.policy = policy;
    }

    /** {@return where the leg stands; its other legs that stand in rows do not count} */
    Place of(InLine leg) {
        Pools.Pool pool = pools.of(leg.line().kind(), hall);
        List<InLine> own = others(leg, lines.legs(leg.arrival().ticket()));
        int windows =
                leg.reserve().isEmpty()
                        ? pool.open()
                        : (int)
                                pool.windows().stream()
                                        .filter(leg.reserve().get().window()::equals)
                                        .filter(window -> Pools.isOpen(window, hall))
                                        .count();
        return new Place(
                leg.arrival().leg(),
                leg.item(),
                ahead.of(leg, pool, own),
                ahead.earlier(leg, pool, own),
                windows,
                weight(leg),
                leg.reserve());
    }

    private Place.Weight weight(InLine leg) {
        long waited = moment.waitedMillis(leg);
        Terms terms = leg.terms();
        return new Place.Weight(
                policy,
                Order.reason(leg, moment),
                moment.waited(leg),
                moment.points(leg, Kind.PRIMARY),
                terms.rateNow(moment.time(), waited),
                terms.bonusNow(moment.time(), waited),
                moment.overdueAt(leg));
    }

    static List<InLine> others(InLine leg, List<InLine> legs) {
        return legs.size() <= 1
                ? List.of()
                : legs.stream()
                        .filter(other -> other.arrival().leg() != leg.arrival().leg())
                        .toList();
    }
}
