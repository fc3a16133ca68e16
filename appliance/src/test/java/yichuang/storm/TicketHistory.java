package yichuang.storm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yichuang.storm.Act.Kind;
import yichuang.storm.Act.Standing;
import yichuang.storm.Act.Status;

/**
 * What everybody was told about one ticket, and whether one order of the acts explains it all
 * (linearizable: Herlihy and Wing 1990; the search is Wing and Gong's, with Lowe's memory of what
 * was tried). Shares nothing with the hall: the few rules a client knows are written down here.
 */
final class TicketHistory {
    private static final int ACTS_MAX = 63;

    private final List<Act> acts = new ArrayList<>();

    private record Tried(long done, Standing standing) {}

    void add(Act act) {
        if (acts.size() < ACTS_MAX) {
            acts.add(act);
        }
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    /** The acts that may have come to nothing are no longer certain. */
    void doubt(Predicate<Act> doubtful) {
        acts.replaceAll(act -> doubtful.test(act) ? act.perhaps() : act);
    }

    /** What was said of it counts from whenever the hall heard of it. */
    void heardLate(Kind kind, long until) {
        acts.replaceAll(act -> act.kind() == kind ? act.until(until) : act);
    }

    boolean isExplained() {
        long certain = 0;
        for (int at = 0; at < acts.size(); at++) {
            certain |= acts.get(at).certain() ? 1L << at : 0;
        }
        return explains(0, certain, Standing.NONE, new HashSet<>());
    }

    private boolean explains(long done, long certain, Standing standing, Set<Tried> tried) {
        if ((done & certain) == certain) {
            return true;
        }
        if (!tried.add(new Tried(done, standing))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int at = 0; at < acts.size(); at++) {
            if ((certain & ~done & 1L << at) != 0) {
                firstEnd = Math.min(firstEnd, acts.get(at).ended());
            }
        }
        for (int at = 0; at < acts.size(); at++) {
            Act act = acts.get(at);
            if ((done & 1L << at) == 0 && act.begun() <= firstEnd) {
                Optional<Standing> next = after(standing, act);
                if (next.isPresent() && explains(done | 1L << at, certain, next.get(), tried)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return how the ticket stands after an act; empty when the act cannot come now} */
    private Optional<Standing> after(Standing before, Act act) {
        Status status = before.status();
        boolean here = before.window().equals(act.window());
        return switch (act.kind()) {
            case TAKE -> when(status == Status.NONE, Status.WAITING, "");
            case CALL -> when(status == Status.WAITING, Status.CALLED, act.window());
            case SERVE -> when(status == Status.CALLED && here, Status.SERVING, act.window());
            case FINISH ->
                    when(
                            (status == Status.SERVING && here)
                                    || (status.isOut() && isReleased(act.window())),
                            Status.CLOSED,
                            "");
            case HOLD ->
                    when(
                            (status == Status.SERVING || status == Status.CALLED) && here,
                            Status.HELD,
                            "");
            case NO_SHOW -> when(status == Status.CALLED && here, Status.NO_SHOW, "");
            case RELEASE ->
                    when(
                            (status == Status.SERVING || status == Status.CALLED) && here,
                            Status.WAITING,
                            "");
            case COME_BACK -> when(status.isOut(), Status.WAITING, "");
            case COME_BACK_REFUSED ->
                    same(before, status != Status.WAITING && status != Status.HELD);
            case CANCEL -> when(status.isOut() || status == Status.CANCELLED, Status.CANCELLED, "");
            case CANCEL_REFUSED ->
                    same(
                            before,
                            status != Status.WAITING
                                    && status != Status.HELD
                                    && status != Status.CANCELLED);
            case RATE ->
                    status == Status.CLOSED && before.level() == 0
                            ? Optional.of(new Standing(status, "", act.level()))
                            : Optional.empty();
            case RATE_REFUSED -> same(before, status != Status.CLOSED || before.level() > 0);
            case LOOK -> looked(before, act.saw());
        };
    }

    /** Who missed the call and does not come back expires by itself. */
    private static Optional<Standing> looked(Standing before, Standing saw) {
        boolean expired = before.status() == Status.NO_SHOW && saw.status() == Status.EXPIRED;
        return expired ? Optional.of(saw) : same(before, before.equals(saw));
    }

    private boolean isReleased(String window) {
        return acts.stream()
                .anyMatch(act -> act.kind() == Kind.RELEASE && act.window().equals(window));
    }

    private static Optional<Standing> when(boolean possible, Status next, String window) {
        return possible ? Optional.of(new Standing(next, window, 0)) : Optional.empty();
    }

    private static Optional<Standing> same(Standing before, boolean possible) {
        return possible ? Optional.of(before) : Optional.empty();
    }
}
