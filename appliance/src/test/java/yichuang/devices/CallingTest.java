package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;

/** A call is shown at the window and on the hall board, and spoken twice (product, 叫号). */
class CallingTest {
    private static final String SPOKEN = "请 A 零 零 零 一 号 到 三 号窗口";

    private Front front = Front.open();

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void a_call_is_shown_at_its_window_and_on_the_board_and_spoken_twice() {
        front.calls(front.takes("t1"));

        Face face = front.shown("display-3");
        assertInstanceOf(Face.Call.class, face);
        assertEquals(Optional.of("A0001"), face.number());
        assertEquals(Optional.of(new WindowId("3")), face.window());
        assertEquals(List.of("请 A0001 到 3号窗口"), face.lines());
        assertEquals(List.of("A0001  请到 3号窗口"), front.shown("board-1").lines());
        assertEquals(List.of(SPOKEN, SPOKEN), front.said("speaker-3"));
        assertEquals(List.of(), front.said("voice-1"));
    }

    @Test
    void a_recall_speaks_again_and_the_board_still_has_one_line() {
        front.calls(front.takes("t1"));
        front.later(Duration.ofSeconds(20));
        front.recalls();

        assertEquals(List.of(SPOKEN, SPOKEN, SPOKEN, SPOKEN), front.said("speaker-3"));
        assertEquals(1, front.shown("board-1").lines().size());
    }

    @Test
    void who_took_the_ticket_in_english_is_called_in_both_languages() {
        front.calls(front.takes("t1", "en", new TokenId("kiosk")));

        String english = "Number A 0 0 0 1, please go to window 3";
        assertEquals(List.of(SPOKEN, SPOKEN, english, english), front.said("speaker-3"));
        assertEquals(
                List.of("请 A0001 到 3号窗口", "A0001 to window 3"), front.shown("display-3").lines());
    }

    @Test
    void the_display_follows_the_window_from_call_to_close() {
        front.calls(front.takes("t1"));
        front.serves();
        assertEquals(List.of("正在办理 A0001"), front.shown("display-3").lines());
        front.finishes(new Outcome.Done());
        assertEquals(List.of("3号窗口 空闲"), front.shown("display-3").lines());
        front.pauses();
        assertEquals(List.of("3号窗口 暂停服务"), front.shown("display-3").lines());
        front.closesWindow();
        assertEquals(List.of("3号窗口 未开放"), front.shown("display-3").lines());
    }

    @Test
    void a_call_taken_back_leaves_display_and_board() {
        front.calls(front.takes("t1"));
        front.undoes();

        assertEquals(List.of("3号窗口 空闲"), front.shown("display-3").lines());
        assertEquals(List.of(), front.shown("board-1").lines());
    }

    @Test
    void after_a_restart_the_displays_stand_right_and_nothing_old_is_spoken_or_printed() {
        TicketId ticket = front.takes("t1");
        front.calls(ticket);
        front = front.restarted();

        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
        assertEquals(List.of("A0001  请到 3号窗口"), front.shown("board-1").lines());
        assertEquals(List.of(), front.said("speaker-3"));
        assertEquals(Optional.empty(), front.printed("printer-k1"));
    }

    @Test
    void the_board_speaks_for_a_mute_window() {
        front.virtual.fail("speaker-3", DeviceFault.Kind.BROKEN);
        front.looks();
        front.view("speaker-3");
        front.calls(front.takes("t1"));

        assertEquals(List.of(), front.said("speaker-3"));
        assertEquals(List.of(SPOKEN, SPOKEN), front.said("voice-1"));
    }

    @Test
    void a_display_that_was_broken_shows_what_it_missed_once_it_is_mended() {
        front.virtual.fail("display-3", DeviceFault.Kind.NO_ANSWER);
        front.calls(front.takes("t1"));
        assertEquals(DeviceView.State.FAULT, front.view("display-3").state());
        assertEquals(Optional.of(DeviceFault.Kind.NO_ANSWER), front.view("display-3").fault());

        front.virtual.mend("display-3");
        front.looks();
        assertEquals(Optional.of("A0001"), front.shown("display-3").number());
        assertEquals(DeviceView.State.OK, front.view("display-3").state());
    }

    @Test
    void window_numbers_are_spoken_as_numbers() {
        assertEquals(
                "请 B 零 零 二 零 号 到 三十一 号出件窗口",
                CallText.sentences("B0020", "31号出件窗口", "31", "zh").getFirst());
        assertEquals(
                "请 B 零 零 二 零 号 到 十 号窗口",
                CallText.sentences("B0020", "10号窗口", "10", "zh").getFirst());
        assertEquals(
                "请 B 零 零 二 零 号 到 咨询台", CallText.sentences("B0020", "咨询台", "x", "zh").getFirst());
    }
}
