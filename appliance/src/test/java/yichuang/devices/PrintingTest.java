package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.hall.Outcome;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/** Printed or not is a fact on the ticket (product: printing is known). */
class PrintingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Front front = Front.open();

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void a_slip_says_everything_the_person_needs() {
        TicketId ticket = front.takes("t1");

        Slip slip = front.printed("printer-k1").orElseThrow();
        assertEquals("测试大厅", slip.hall());
        assertEquals("A0001", slip.headline());
        assertEquals(
                List.of(
                        "办理：社保",
                        "请在 社会保障 等候",
                        "前面还有 2 人",
                        "预计等候 8 至 21 分钟",
                        "请带：身份证、申请表（可后补）、照片（可后补）",
                        "取号时间 2026-03-02 09:00",
                        "扫码看排队进度，办完请评价"),
                slip.lines());
        assertEquals(Optional.of("http://hall/t/" + ticket), slip.link());
    }

    @Test
    void english_stands_below_for_who_asked_in_english() {
        front.takes("t1", "en", new TokenId("kiosk"));

        List<String> lines = front.printed("printer-k1").orElseThrow().lines();
        assertTrue(lines.contains("前面还有 2 人"));
        assertTrue(lines.contains("2 people ahead of you"));
    }

    @Test
    void it_comes_out_at_the_kiosk_where_it_was_taken() {
        front.takes("t1", "zh", Front.KIOSK_2);

        assertTrue(front.printed("printer-k2").isPresent());
        assertTrue(front.printed("printer-k1").isEmpty());
    }

    @Test
    void that_it_came_out_is_written_down_a_second_later() {
        TicketId one = front.takes("t1");
        TicketId two = front.takes("t2");
        assertEquals(Optional.empty(), front.ticket(one).printed());
        front.later(SECOND);

        assertEquals(Optional.of(Ticket.Printed.YES), front.ticket(one).printed());
        assertEquals(Optional.of(Ticket.Printed.YES), front.ticket(two).printed());
        assertEquals(1, front.asked().size());
    }

    @Test
    void out_of_paper_is_a_fact_on_the_ticket_and_the_reprint_mends_it() {
        front.virtual.fail("printer-k1", DeviceFault.Kind.NO_PAPER);
        TicketId ticket = front.takes("t1");
        front.later(SECOND);
        assertEquals(Optional.of(Ticket.Printed.FAILED), front.ticket(ticket).printed());
        assertEquals(Optional.of(DeviceFault.Kind.NO_PAPER), front.view("printer-k1").fault());

        front.reprints(ticket, "printer-k2");
        front.later(SECOND);
        assertEquals(Optional.of(Ticket.Printed.YES), front.ticket(ticket).printed());
    }

    @Test
    void a_printer_that_is_not_there_has_failed() {
        TicketId ticket = front.takes("t1");
        front.later(SECOND);
        front.reprints(ticket, "printer-k9");
        front.later(SECOND);

        assertEquals(Optional.of(Ticket.Printed.FAILED), front.ticket(ticket).printed());
    }

    @Test
    void a_reprint_that_names_no_printer_comes_out_at_the_first_kiosk() {
        TicketId ticket = front.takes("t1", "zh", Front.KIOSK_2);
        front.reprints(ticket, Devices.ANY_PRINTER);

        assertTrue(front.printed("printer-k1").isPresent());
    }

    @Test
    void who_lacks_a_material_leaves_with_the_notice_in_hand() {
        front.calls(front.takes("t1"));
        front.serves();
        front.finishes(new Outcome.Guided(List.of("申请表", "照片")));

        Slip notice = front.printed("printer-3").orElseThrow();
        assertEquals(
                List.of("一次性告知单", "事项：社保", "还缺：申请表", "还缺：照片", "补齐后凭此单再来，当面受理"), notice.lines());
    }
}
