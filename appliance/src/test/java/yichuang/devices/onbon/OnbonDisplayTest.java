package yichuang.devices.onbon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.devices.DeviceFault;
import yichuang.devices.Face;
import yichuang.devices.bus.Drawn;
import yichuang.devices.bus.Still;
import yichuang.devices.port.NetworkPort;
import yichuang.devices.port.SharedLine;
import yichuang.hall.WindowId;

/** What a hall shows stands on the screens that it owns already. */
class OnbonDisplayTest {
    private static final Face CALL =
            new Face.Call(new WindowId("3"), "A0012", List.of("请 A0012 到 3号窗口"));
    private static final Face SERVING =
            new Face.Serving(new WindowId("3"), "A0012", List.of("正在办理 A0012"));
    private static final Drawn DARK = new Drawn(128, 32);

    private OnbonEmulator screen;

    @AfterEach
    void close() throws IOException {
        if (screen != null) {
            screen.close();
        }
    }

    private OnbonDisplay display(Model model, Panel.Colour colour, Duration again)
            throws IOException {
        screen = new OnbonEmulator(model.type(), 128, 32, colour.two() ? 2 : 1);
        SharedLine line =
                new SharedLine(new NetworkPort("127.0.0.1", screen.port()), OptionalInt.empty());
        return new OnbonDisplay(
                new Controller(line, Packet.ANY),
                model,
                new Panel(model.generation(), 0, 0, 128, 32, colour, false),
                again);
    }

    private OnbonDisplay display(Model model) throws IOException {
        return display(model, Panel.Colour.SINGLE, Duration.ofHours(1));
    }

    private static Drawn serving() {
        return new Drawn(128, 32)
                .text(0, 0, 2, 80, "A0012")
                .centred(80, 128, 0, 1, "办理中")
                .centred(80, 128, 16, 1, "3号窗");
    }

    private static Drawn where() {
        return new Drawn(128, 32).centred(80, 128, 0, 1, "请到").centred(80, 128, 16, 1, "3号窗");
    }

    @Test
    void who_is_served_stands_on_a_screen_of_the_fifth_generation_dot_for_dot() throws Exception {
        display(Model.BX_5E1).show(SERVING);

        assertEquals(1, screen.pages().size());
        assertEquals(List.of(serving().toString()), screen.pages().getFirst().colours());
    }

    @Test
    void and_on_one_of_the_sixth() throws Exception {
        display(Model.BX_6E2).show(SERVING);

        assertEquals(List.of(serving().toString()), screen.pages().getFirst().colours());
    }

    @Test
    void a_call_blinks() throws Exception {
        display(Model.BX_6E1).show(CALL);

        Drawn gone = where();
        Drawn there = where().text(0, 0, 2, 80, "A0012");
        assertEquals(
                List.of(
                        new OnbonEmulator.Page(500, List.of(there.toString())),
                        new OnbonEmulator.Page(500, List.of(gone.toString()))),
                screen.pages());
    }

    @Test
    void a_screen_of_two_colours_lights_those_that_are_wanted() throws Exception {
        for (Model model : List.of(Model.BX_5E2, Model.BX_6E2)) {
            display(model, Panel.Colour.GREEN, Duration.ofHours(1)).show(SERVING);
            assertEquals(
                    List.of(DARK.toString(), serving().toString()),
                    screen.pages().getFirst().colours());
            screen.close();

            display(model, Panel.Colour.YELLOW, Duration.ofHours(1)).show(SERVING);
            assertEquals(
                    List.of(serving().toString(), serving().toString()),
                    screen.pages().getFirst().colours());
            screen.close();
        }
    }

    /** Which way round a word travels the manual leaves open, so the file may say it. */
    @Test
    void words_may_travel_high_byte_first() {
        Still still = Still.of(SERVING, 128, 32).getFirst();
        byte[] little = Dots.of(still, sixth(false));
        byte[] big = Dots.of(still, sixth(true));
        for (int i = 0; i < little.length; i++) {
            assertEquals(little[i], big[i / 4 * 4 + 3 - i % 4], "byte " + i);
        }
        assertFalse(Arrays.equals(little, big));
    }

    private static Panel sixth(boolean bigWords) {
        return new Panel(Model.Generation.SIXTH, 0, 0, 128, 32, Panel.Colour.SINGLE, bigWords);
    }

    @Test
    void what_the_power_took_away_is_sent_again() throws Exception {
        OnbonDisplay display = display(Model.BX_5E1, Panel.Colour.SINGLE, Duration.ZERO);
        display.show(SERVING);
        screen.power(false);
        assertEquals(
                DeviceFault.Kind.NO_ANSWER, assertThrows(DeviceFault.class, display::check).kind());
        screen.power(true);

        display.check();

        assertEquals(List.of(serving().toString()), screen.pages().getFirst().colours());
    }

    @Test
    void left_alone_it_goes_dark_and_shows_no_old_number() throws Exception {
        display(Model.BX_6E1).show(SERVING);

        assertEquals(60, screen.darkAfterSeconds());
        assertTrue(OnbonDisplay.REFRESH_SECONDS * 2 < screen.darkAfterSeconds());
    }

    @Test
    void between_two_pictures_it_is_only_asked_whether_it_is_there() throws Exception {
        OnbonDisplay display = display(Model.BX_5E1);
        display.show(SERVING);

        display.check();
        display.check();

        assertEquals(1, screen.updates());
    }

    @Test
    void a_busy_controller_is_asked_again() throws Exception {
        OnbonDisplay display = display(Model.BX_5E1);
        screen.busyFor(2);

        display.show(SERVING);

        assertEquals(1, screen.pages().size());
    }

    @Test
    void a_damaged_answer_counts_for_none() throws Exception {
        OnbonDisplay display = display(Model.BX_5E1);
        screen.damagesAnswers(1);

        display.show(SERVING);

        assertEquals(2, screen.updates());
    }

    @Test
    void a_controller_that_refuses_is_at_fault() throws Exception {
        screen = new OnbonEmulator(Model.BX_6E1.type(), 64, 32, 1);
        SharedLine line =
                new SharedLine(new NetworkPort("127.0.0.1", screen.port()), OptionalInt.empty());
        for (Model other : List.of(Model.BX_5E1, Model.BX_6E1)) { // another model; too wide
            OnbonDisplay display =
                    new OnbonDisplay(
                            new Controller(line, Packet.ANY),
                            other,
                            new Panel(
                                    other.generation(), 0, 0, 128, 32, Panel.Colour.SINGLE, false),
                            Duration.ofHours(1));
            assertEquals(
                    DeviceFault.Kind.BROKEN,
                    assertThrows(DeviceFault.class, () -> display.show(SERVING)).kind());
        }
    }

    @Test
    void nobody_there_is_a_fault() throws Exception {
        OnbonDisplay display = display(Model.BX_5E1);
        screen.close();

        assertEquals(
                DeviceFault.Kind.NO_ANSWER, assertThrows(DeviceFault.class, display::check).kind());
    }
}
