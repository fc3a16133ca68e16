package yichuang.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.WindowId;

/**
 * How many stand before a leg. Its windows are the open ones with the skill, or all with the skill
 * while none is open; a reserved leg has only its own. Another waiting leg stands before it when at
 * least one of them would call that leg first, see {@link Moment} and docs/internals/dispatch.md.
 * Legs of the same ticket do not count.
 *
 * <p>Within a line those who stand before are always the first so many, so each line costs one
 * search ({@link Row#count}), however long it is.
 */
final class Ahead {
    private final Lines lines;
    private final PolicySettings settings;
    private final Moment moment;
    private final Expected expected;

    /** Whether tickets still on their way to the log count. */
    enum Expected {
        COUNTED,
        LEFT_OUT
    }

    Ahead(Lines lines, PolicySettings settings, Moment moment, Expected expected) {
        this.lines = lines;
        this.settings = settings;
        this.moment = moment;
        this.expected = expected;
    }

    /**
     * @param own waiting legs of the same ticket that stand in rows
     */
    int of(InLine leg, Pools.Pool pool, List<InLine> own) {
        if (leg.reserve().isPresent()) {
            WindowId window = leg.reserve().get().window();
            return earlier(lines.reserved(window), leg) - ownEarlier(own, window, leg);
        }
        int ahead = 0;
        for (WindowId window : pool.windows()) {
            ahead += lines.reserved(window).size() - ownReserved(own, window);
        }
        boolean turns = moment.mode() == PolicySettings.Mode.SHARES && !moment.isOverdue(leg);
        return ahead + (turns ? byTurns(leg, pool, own) : byRank(leg, pool, own));
    }

    private int byRank(InLine leg, Pools.Pool pool, List<InLine> own) {
        int ahead = 0;
        for (Map.Entry<Line, List<Pools.Factors>> rival : pool.rivals().entrySet()) {
            ahead += before(rival.getKey(), rival.getValue(), leg);
        }
        for (InLine other : own) {
            if (standsInLine(other, pool) && isBefore(other, pool, leg)) {
                ahead--;
            }
        }
        return ahead;
    }

    /**
     * While its own class calls those before it, every other class calls as many as its share
     * brings in the same time, rounded up, if so many wait; and whoever is overdue goes before.
     */
    private int byTurns(InLine leg, Pools.Pool pool, List<InLine> own) {
        String share = leg.terms().share();
        int ahead = 0;
        int ownClass = 0;
        Map<String, Integer> others = new HashMap<>();
        for (Map.Entry<Line, List<Pools.Factors>> rival : pool.rivals().entrySet()) {
            Line line = rival.getKey();
            int overdue = overdue(line);
            ahead += overdue;
            if (line.terms().share().equals(share)) {
                ownClass += before(line, rival.getValue(), leg) - overdue;
            } else {
                others.merge(line.terms().share(), size(line) - overdue, Integer::sum);
            }
        }
        for (InLine other : own) {
            if (standsInLine(other, pool) && isBefore(other, pool, leg)) {
                ownClass--;
            }
        }
        for (Map.Entry<String, Integer> other : others.entrySet()) {
            int turns =
                    Math.ceilDiv(ownClass * settings.share(other.getKey()), settings.share(share));
            ahead += Math.min(other.getValue(), turns);
        }
        return ahead + ownClass;
    }

    private int before(Line line, List<Pools.Factors> factors, InLine leg) {
        int before = before(line.waiting(), factors, leg);
        return expected == Expected.COUNTED
                ? before + before(line.expected(), factors, leg)
                : before;
    }

    /** At the window that favours the row most. */
    private int before(Row row, List<Pools.Factors> factors, InLine leg) {
        int most = 0;
        for (Pools.Factors one : factors) {
            most =
                    Math.max(
                            most,
                            row.count(
                                    other -> moment.isBefore(other, one.rival(), leg, one.own())));
        }
        return most;
    }

    private int overdue(Line line) {
        int overdue = line.waiting().count(moment::isOverdue);
        return expected == Expected.COUNTED
                ? overdue + line.expected().count(moment::isOverdue)
                : overdue;
    }

    private int size(Line line) {
        return expected == Expected.COUNTED
                ? line.waiting().size() + line.expected().size()
                : line.waiting().size();
    }

    private boolean isBefore(InLine other, Pools.Pool pool, InLine leg) {
        for (Pools.Factors factors : pool.rivals().get(other.line())) {
            if (moment.isBefore(other, factors.rival(), leg, factors.own())) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsInLine(InLine leg, Pools.Pool pool) {
        return leg.reserve().isEmpty() && pool.rivals().containsKey(leg.line());
    }

    /** {@return waiting legs that came before it and that one of its windows takes} */
    int earlier(InLine leg, Pools.Pool pool, List<InLine> own) {
        if (leg.reserve().isPresent()) {
            return earlierAt(leg.reserve().get().window(), leg, own);
        }
        int earlier = 0;
        for (Line line : pool.rivals().keySet()) {
            earlier += earlier(line.waiting(), leg);
        }
        for (WindowId window : pool.windows()) {
            earlier += earlier(lines.reserved(window), leg) - ownEarlier(own, window, leg);
        }
        for (InLine other : own) {
            if (standsInLine(other, pool) && isEarlier(other, leg)) {
                earlier--;
            }
        }
        return earlier;
    }

    /** {@return waiting legs that came before it and that this window takes} */
    int earlierAt(WindowId window, InLine leg, List<InLine> own) {
        int earlier = earlier(lines.reserved(window), leg) - ownEarlier(own, window, leg);
        for (Lines.Offer offer : lines.offers(window)) {
            earlier += earlier(offer.line().waiting(), leg);
            for (InLine other : own) {
                if (other.reserve().isEmpty()
                        && other.line() == offer.line()
                        && isEarlier(other, leg)) {
                    earlier--;
                }
            }
        }
        return earlier;
    }

    private static int earlier(Row row, InLine leg) {
        return row.count(other -> isEarlier(other, leg));
    }

    private static boolean isEarlier(InLine one, InLine other) {
        return one.arrival().compareTo(other.arrival()) < 0;
    }

    private int ownReserved(List<InLine> own, WindowId window) {
        int count = 0;
        for (InLine other : own) {
            count += lines.standsReserved(other, window) ? 1 : 0;
        }
        return count;
    }

    private int ownEarlier(List<InLine> own, WindowId window, InLine leg) {
        int count = 0;
        for (InLine other : own) {
            count += lines.standsReserved(other, window) && isEarlier(other, leg) ? 1 : 0;
        }
        return count;
    }
}
