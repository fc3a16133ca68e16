package yichuang.storm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import yichuang.storm.Act.Kind;
import yichuang.storm.Act.Standing;
import yichuang.storm.Act.Status;

/** The checker of what clients were told, on histories that a person can judge. */
class TicketHistoryTest {
    private final TicketHistory history = new TicketHistory();

    private TicketHistoryTest then(Kind kind, String window, int level, long begun, long ended) {
        history.add(new Act(kind, window, level, Standing.NONE, begun, ended));
        return this;
    }

    private TicketHistoryTest sees(Status status, String window, long begun, long ended) {
        history.add(new Act(Kind.LOOK, "", 0, new Standing(status, window, 0), begun, ended));
        return this;
    }

    private TicketHistoryTest takenAndCalled() {
        return then(Kind.TAKE, "", 0, 0, 10).then(Kind.CALL, "1", 0, 20, 30);
    }

    @Test
    void a_plain_visit_is_explained() {
        takenAndCalled().then(Kind.SERVE, "1", 0, 40, 50).then(Kind.FINISH, "1", 0, 60, 70);
        then(Kind.RATE, "", 5, 80, 90).then(Kind.RATE_REFUSED, "", 4, 95, 99);
        assertTrue(history.isExplained());
    }

    @Test
    void a_look_during_an_act_may_see_before_or_after() {
        takenAndCalled().sees(Status.WAITING, "", 22, 28).sees(Status.CALLED, "1", 22, 28);
        assertTrue(history.isExplained());
    }

    @Test
    void a_look_after_an_act_must_not_see_before_it() {
        takenAndCalled().sees(Status.WAITING, "", 31, 35);
        assertFalse(history.isExplained());
    }

    @Test
    void what_one_look_saw_the_next_one_cannot_unsee() {
        takenAndCalled().sees(Status.CALLED, "1", 21, 23).sees(Status.WAITING, "", 24, 26);
        assertFalse(history.isExplained());
    }

    @Test
    void nobody_is_called_to_two_windows() {
        takenAndCalled().then(Kind.CALL, "2", 0, 25, 60);
        assertFalse(history.isExplained());
    }

    @Test
    void a_visit_is_rated_once() {
        takenAndCalled().then(Kind.SERVE, "1", 0, 40, 50).then(Kind.FINISH, "1", 0, 60, 70);
        then(Kind.RATE, "", 5, 80, 90).then(Kind.RATE, "", 4, 80, 90);
        assertFalse(history.isExplained());
    }

    @Test
    void who_is_told_that_they_left_is_not_called() {
        takenAndCalled().then(Kind.CANCEL, "", 0, 40, 50);
        assertFalse(history.isExplained());
    }
}
