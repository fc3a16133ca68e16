package yichuang.storm;

import java.util.List;
import yichuang.hall.Conflict;
import yichuang.hall.Hall;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;
import yichuang.storm.Act.Kind;
import yichuang.storm.Act.Standing;

/**
 * What a manager knows of the tickets of a hall that came apart, and nobody at a window: from the
 * list of what both parts did, and from what they did themselves.
 */
final class ManagersList {
    private static final List<Kind> UNHEARD =
            List.of(Kind.RELEASE, Kind.CALL, Kind.SERVE, Kind.HOLD, Kind.NO_SHOW, Kind.FINISH);

    private final Hall hall;
    private final Parts parts;
    private final long now;

    ManagersList(Hall hall, Parts parts, long now) {
        this.hall = hall;
        this.parts = parts;
        this.now = now;
    }

    /** Adds it to what the ticket's people were told. */
    void tell(TicketId ticket, TicketHistory history) {
        List<Conflict> listed =
                hall.conflicts().stream().filter(one -> one.ticket().equals(ticket)).toList();
        for (Conflict one : listed) {
            switch (one.kind()) {
                case CALLED_WHILE_CUT_OFF -> {
                    perhaps(Kind.CALL, one.window().orElseThrow(), history);
                    perhaps(Kind.RELEASE, one.window().orElseThrow(), history);
                }
                case FINISHED_TWICE, SERVED_ELSEWHERE, FINISHED_AFTER_END ->
                        history.doubt(
                                act ->
                                        act.kind() == Kind.FINISH
                                                && act.window()
                                                        .equals(
                                                                one.window()
                                                                        .orElseThrow()
                                                                        .value()));
                case RATED_TWICE, RATED_WITHOUT_VISIT ->
                        history.doubt(
                                act ->
                                        act.kind() == Kind.RATE
                                                && one.level()
                                                        .filter(l -> l == act.level())
                                                        .isPresent());
                case TAKEN_TWICE ->
                        history.add(new Act(Kind.TAKE, "", 0, Standing.NONE, 0, now, false));
                case ANSWERED_TWICE, UNDONE_AFTER_RATING, OPEN_AFTER_GIVEN_UP -> {}
            }
        }
        if (parts.isTakenAway(ticket)) {
            history.doubt(act -> act.begun() < now && isOfThePerson(act.kind()));
        }
        for (WindowId window : parts.disturbed()) {
            boolean was =
                    history.acts().stream()
                            .anyMatch(
                                    act ->
                                            act.window().equals(window.value())
                                                    || act.saw().window().equals(window.value()));
            if (was) {
                // Of what was asked last before the power cut, the window may never have heard.
                UNHEARD.forEach(kind -> perhaps(kind, window, history));
                history.heardLate(Kind.RATE, now);
                history.doubt(
                        act ->
                                act.window().equals(window.value())
                                        && (act.kind() == Kind.CALL
                                                || act.kind() == Kind.SERVE
                                                || act.kind() == Kind.HOLD
                                                || act.kind() == Kind.NO_SHOW));
            }
        }
    }

    /** An island that still had the ticket told the person how it stood there. */
    private static boolean isOfThePerson(Kind kind) {
        return switch (kind) {
            case LOOK, CANCEL, CANCEL_REFUSED, COME_BACK, COME_BACK_REFUSED, RATE_REFUSED -> true;
            case TAKE, CALL, SERVE, FINISH, HOLD, NO_SHOW, RATE, RELEASE -> false;
        };
    }

    private void perhaps(Kind kind, WindowId window, TicketHistory history) {
        history.add(new Act(kind, window.value(), 0, Standing.NONE, 0, now, false));
    }
}
