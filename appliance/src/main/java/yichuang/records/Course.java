package yichuang.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Event;
import yichuang.hall.Leg;
import yichuang.hall.LegState;

/**
 * What the records remember of a ticket that the ticket itself forgets when it goes back in the
 * line: when each leg first queued and was first called, and how many calls were missed.
 *
 * <p>A leg that was never called has no window yet; that is how an undone call is told from one
 * that stands.
 */
record Course(int missedCalls, List<Step> steps) {
    static final Course NONE = new Course(0, List.of());

    Course {
        steps = List.copyOf(steps);
    }

    /** One leg's beginnings. */
    record Step(boolean ended, Optional<Instant> queuedAt, Optional<Instant> firstCalledAt) {
        static final Step NEW = new Step(false, Optional.empty(), Optional.empty());

        Step next(Leg leg) {
            boolean ends = leg.state().ended();
            if (leg.window().isEmpty()) {
                Optional<Instant> queued =
                        leg.state() == LegState.WAITING
                                ? Optional.of(leg.hallsWaitFrom())
                                : Optional.empty();
                return new Step(ends, ends ? queuedAt : queued, Optional.empty());
            }
            Optional<Instant> first = firstCalledAt.or(() -> leg.calls().stream().findFirst());
            return new Step(ends, queuedAt, first);
        }
    }

    Course after(Event.OfTicket event) {
        List<Leg> legs = event.ticket().legs();
        List<Step> aligned = aligned(event, legs.size());
        List<Step> next = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            Step before = i < aligned.size() ? aligned.get(i) : Step.NEW;
            next.add(before.next(legs.get(i)));
        }
        return new Course(missedCalls + missed(event), next);
    }

    private static int missed(Event.OfTicket event) {
        if (event instanceof Event.MissedCall) {
            return 1;
        }
        return event instanceof Event.Undone undone && undone.act().equals("no-show") ? -1 : 0;
    }

    /** The steps, moved to where their legs stand now. */
    private List<Step> aligned(Event.OfTicket event, int size) {
        List<Step> moved = new ArrayList<>(steps);
        if (moved.isEmpty()) {
            return moved; // Its rows were lost with a file: nothing is known of its beginnings.
        }
        if (event instanceof Event.ItemsChanged) {
            moved.removeIf(step -> !step.ended());
        } else if (event instanceof Event.LegClosed closed && size == steps.size() + 1) {
            moved.add(closed.leg() + 1, Step.NEW);
        } else if (event instanceof Event.Undone undone && size == steps.size() - 1) {
            moved.remove(undone.leg() + 1);
        }
        return moved;
    }
}
