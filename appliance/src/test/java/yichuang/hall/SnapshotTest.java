package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the hall knows can be written down and taken up again. */
class SnapshotTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final TokenId BY = new TokenId("test");
    private static final WindowId ONE = new WindowId("1");
    private static final TicketId TICKET = new TicketId("t1");

    @Test
    void a_hall_from_its_snapshot_is_the_same_to_the_byte_and_can_still_undo() {
        Hall hall = new Hall();
        agree(hall, new Command.Configure(Halls.small()));
        agree(hall, new Command.OpenDay(java.time.LocalDate.of(2026, 3, 2)));
        agree(hall, new Command.OpenWindow(ONE, Optional.of(new StaffId("s1"))));
        agree(
                hall,
                new Command.TakeTicket(
                        TICKET,
                        List.of(Halls.SOCIAL),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.of(new GroupCode("elderly")),
                        Optional.empty(),
                        "zh",
                        Optional.empty(),
                        new Outlook(0, Optional.empty())));
        agree(hall, new Command.Call(ONE, TICKET, 0, Why.byHand(Duration.ZERO)));
        agree(hall, new Command.Serve(ONE));
        agree(
                hall,
                new Command.Finish(
                        ONE,
                        new Outcome.Done(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0));

        Hall again = Hall.of(hall.snapshot());

        assertArrayEquals(hall.snapshot(), again.snapshot());
        agree(again, new Command.Undo(ONE));
        assertEquals(TicketState.SERVING, again.findTicket(TICKET).orElseThrow().state());
    }

    private static void agree(Hall hall, Command command) {
        assertInstanceOf(
                Answer.Agreed.class,
                hall.apply(
                        new Entry(
                                NINE,
                                BY,
                                Optional.of(
                                        new RequestKey(
                                                BY, command.toString().hashCode() + "", "h")),
                                command)));
    }
}
