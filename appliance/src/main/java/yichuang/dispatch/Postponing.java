package yichuang.dispatch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import yichuang.hall.Hall;

/**
 * Finds when a ticket would have had to come so that so many more stand before it. Whoever came
 * later never has fewer before them (see {@link Moment}), so it is a search by halves: the claim
 * stays as it is, and no more of the wait is given away than the others need.
 *
 * <p>The ticket must stand in no line meanwhile, or it would count itself.
 */
final class Postponing {
    private final Hall hall;
    private final Pools pools;
    private final Ahead ahead;

    Postponing(Hall hall, Pools pools, Ahead ahead) {
        this.hall = hall;
        this.pools = pools;
        this.ahead = ahead;
    }

    /**
     * @param legs the waiting ones of the ticket
     * @param now later than now nobody can have come
     */
    Postponement of(List<InLine> legs, int by, Instant now) {
        Instant first =
                legs.stream().map(leg -> leg.arrival().since()).min(Instant::compareTo).orElse(now);
        int before = ahead(legs, first);
        int behindAll = ahead(legs, now);
        int wanted = Math.min(before + by, behindAll);
        long early = 0;
        long late = first.until(now, ChronoUnit.MICROS);
        if (wanted <= before || late <= 0) {
            return new Postponement(first, 0);
        }
        while (late - early > 1) {
            long middle = (early + late) >>> 1;
            if (ahead(legs, first.plus(middle, ChronoUnit.MICROS)) < wanted) {
                early = middle;
            } else {
                late = middle;
            }
        }
        Instant since = first.plus(late, ChronoUnit.MICROS);
        return new Postponement(since, ahead(legs, since) - before);
    }

    /** As {@link Place#ahead} would be: of several legs the nearest counts. */
    private int ahead(List<InLine> legs, Instant since) {
        int least = Integer.MAX_VALUE;
        for (InLine leg : legs) {
            InLine later = leg.countingFrom(since);
            least = Math.min(least, ahead.of(later, pools.of(leg.line().kind(), hall), List.of()));
        }
        return least;
    }
}
