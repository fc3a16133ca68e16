package yichuang.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.Place;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.GroupCode;
import yichuang.hall.Halls;
import yichuang.hall.Receipt;
import yichuang.hall.Refusal;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.log.LogSettings;

/** Who lets others go first is told how many, and stands behind so many. */
class PostponesTest {
    private static final TokenId BY = new TokenId("test");
    @TempDir Path dir;
    private Leader leader;

    @BeforeEach
    void open() throws Exception {
        HallClock nine =
                Clocks.open(
                        dir, Optional.of("2026-03-02T09:00:00+08:00"), ZoneId.of("Asia/Shanghai"));
        leader =
                new Leader(
                        nine, new Dispatch(PolicySettings.DEFAULT), Optional.empty(), () -> false);
        leader.start(LogSettings.of(dir.resolve("log"), "n1"));
        leader.ask(BY, Optional.empty(), new Command.Configure(Halls.small())).join();
        leader.bringUpToDate().join();
        leader.ask(
                        BY,
                        Optional.empty(),
                        new Command.OpenWindow(new WindowId("1"), Optional.empty()))
                .join();
    }

    @AfterEach
    void close() {
        leader.close();
    }

    private TicketId take(String id, Optional<GroupCode> group) {
        TakeRequest request =
                new TakeRequest(
                        new TicketId(id),
                        List.of(Halls.SOCIAL),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        group,
                        Optional.empty(),
                        "zh",
                        Optional.empty());
        assertInstanceOf(
                Answer.Agreed.class, leader.take(BY, Optional.empty(), request).join(), id);
        return request.id();
    }

    private Answer postpone(String id, int by) {
        return leader.postpone(BY, Optional.empty(), new TicketId(id), by).join();
    }

    private static int passed(Answer answer) {
        return ((Receipt.Postponed) assertInstanceOf(Answer.Agreed.class, answer).receipt())
                .passed();
    }

    private int ahead(String id) {
        return leader.read(
                        reading ->
                                reading.dispatch()
                                        .place(reading.hall(), new TicketId(id), reading.now())
                                        .map(Place::ahead)
                                        .orElseThrow())
                .join();
    }

    @Test
    void the_number_ahead_grows_by_as_many_as_were_let_go_first() {
        List.of("a", "b", "c", "d").forEach(id -> take(id, Optional.empty()));

        assertEquals(2, passed(postpone("a", 2)));

        assertEquals(2, ahead("a"));
        assertEquals(3, ahead("d"));
    }

    @Test
    void with_fewer_behind_it_goes_behind_all_of_them_and_then_there_is_nobody_left() {
        List.of("a", "b", "c").forEach(id -> take(id, Optional.empty()));

        assertEquals(2, passed(postpone("a", 20)));

        assertEquals(new Answer.Refused(new Refusal.NobodyBehind("A0001")), postpone("a", 1));
    }

    /** Who is weighed higher keeps the weight; a line of its own is not asked for. */
    @Test
    void a_person_of_a_priority_group_lets_ordinary_people_go_first() {
        take("old", Optional.of(new GroupCode("elderly")));
        List.of("b", "c").forEach(id -> take(id, Optional.empty()));

        assertEquals(1, passed(postpone("old", 1)));

        assertEquals(1, ahead("old"));
    }

    @Test
    void the_same_request_again_postpones_once() {
        List.of("a", "b", "c").forEach(id -> take(id, Optional.empty()));
        Optional<RequestKey> key = Optional.of(new RequestKey(BY, "k", "0011"));

        Answer first = leader.postpone(BY, key, new TicketId("a"), 1).join();
        Answer again = leader.postpone(BY, key, new TicketId("a"), 1).join();

        assertEquals(
                new Answer.Repeated(assertInstanceOf(Answer.Agreed.class, first).receipt()), again);
        assertEquals(1, ahead("a"));
    }

    @Test
    void a_called_or_unknown_ticket_is_told_so_and_not_that_nobody_is_behind() {
        take("a", Optional.empty());
        leader.callNext(BY, Optional.empty(), new WindowId("1")).join();

        assertInstanceOf(
                Refusal.TicketElsewhere.class,
                assertInstanceOf(Answer.Refused.class, postpone("a", 1)).why());
        assertInstanceOf(
                Refusal.UnknownTicket.class,
                assertInstanceOf(Answer.Refused.class, postpone("nobody", 1)).why());
    }
}
