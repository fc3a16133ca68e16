package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.devices.DeviceFault;
import yichuang.devices.Face;
import yichuang.devices.Replaceable;
import yichuang.hall.WindowId;

/** What a hall shows stands on its boards, whatever happens to them. */
class BoardTest {
    private static final Duration SECONDS = Duration.ofSeconds(10);

    @TempDir Path folder;
    private Bus bus;

    @BeforeEach
    void wires() throws Exception {
        bus = new Bus(folder, Bus.FIRMWARE, 0, 0);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void a_call_stands_on_the_board_dot_for_dot() throws Exception {
        bus.boards.display(1, "128x32", 3);
        BoardDisplay display = new BoardDisplay(bus.master, 3);

        shows(display, Bus.call("A0012", "3"));

        // The number may blink just now: it is dark for half a second.
        Drawn lit = call("A0012", "3号窗");
        Drawn dark = new Drawn(128, 32).centred(80, 128, 0, 1, "请到").centred(80, 128, 16, 1, "3号窗");
        Bus.eventually(SECONDS, () -> same(lit, bus.read(3, 128, 32)));
        Bus.eventually(SECONDS, () -> same(dark, bus.read(3, 128, 32)));
    }

    @Test
    void a_hall_board_has_a_line_for_each_call() throws Exception {
        bus.boards.display(1, "256x64", 9);
        BoardDisplay display = new BoardDisplay(bus.master, 9);
        Face.Calls calls =
                new Face.Calls(
                        List.of(
                                new Face.Calls.Line("A0012", new WindowId("3"), "3号窗口"),
                                new Face.Calls.Line("B0104", new WindowId("31"), "31号出件窗口")),
                        List.of());

        shows(display, calls);

        Drawn lit =
                new Drawn(256, 64)
                        .text(0, 0, 1, 256, "A0012")
                        .text(56, 0, 1, 256, "请到 3号窗口")
                        .text(0, 16, 1, 256, "B0104")
                        .text(56, 16, 1, 256, "请到 31号出件窗口");
        Bus.eventually(SECONDS, () -> same(lit, bus.read(9, 256, 64)));
    }

    @Test
    void a_board_that_was_off_shows_it_again_by_itself() throws Exception {
        bus.boards.display(1, "128x32", 3);
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        shows(display, Bus.serving("A0012", "3"));

        bus.boards.kill(1);
        Bus.eventually(SECONDS, () -> assertThrows(DeviceFault.class, display::check));
        bus.boards.display(1, "128x32", 3);

        Bus.eventually(SECONDS, () -> same(serving("A0012"), bus.read(3, 128, 32)));
        display.check();
    }

    @Test
    void what_could_not_be_shown_is_shown_when_the_board_comes() throws Exception {
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        assertThrows(DeviceFault.class, () -> display.show(Bus.serving("A0012", "3")));

        bus.boards.display(1, "128x32", 3);

        Bus.eventually(SECONDS, () -> same(serving("A0012"), bus.read(3, 128, 32)));
        display.check();
    }

    @Test
    void a_board_off_the_bus_for_long_never_shows_an_old_number() throws Exception {
        bus.boards.display(1, "128x32", 3);
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        shows(display, Bus.serving("A0012", "3"));

        bus.hub.cut();
        Bus.eventually(SECONDS, () -> assertThrows(DeviceFault.class, display::check));
        assertThrows(DeviceFault.class, () -> display.show(Bus.serving("A0013", "3")));
        Thread.sleep(Duration.ofSeconds(11));
        bus.hub.mend();

        Bus.eventually(SECONDS, () -> same(serving("A0013"), bus.read(3, 128, 32)));
    }

    @Test
    void a_dead_board_is_replaced_by_its_address_and_nothing_is_started_anew() throws Exception {
        bus.boards.display(1, "128x32", 3);
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        shows(display, Bus.serving("A0012", "3"));
        bus.boards.kill(1);
        Bus.eventually(SECONDS, () -> assertThrows(DeviceFault.class, display::check));

        for (int number = 20; number < 25; number++) {
            bus.boards.display(number, "128x32", 255);
        }
        List<String> spares =
                Bus.eventually(
                        SECONDS,
                        () -> {
                            List<String> found =
                                    display.spares().stream().map(one -> one.id()).toList();
                            assertEquals(5, found.size());
                            return found;
                        });
        String chosen = Boards.id(22).toString();
        assertEquals(true, spares.contains(chosen));
        assertEquals(true, display.replaceBy(chosen));

        Bus.eventually(SECONDS, () -> same(serving("A0012"), bus.read(3, 128, 32)));
        display.check();
    }

    @Test
    void each_new_board_shows_which_one_it_is() throws Exception {
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        bus.boards.display(20, "128x32", 255);
        bus.boards.display(21, "128x32", 255);
        Bus.eventually(SECONDS, () -> same(2, display.spares().size()));

        for (Replaceable.Spare spare : display.spares()) {
            assertEquals(
                    new Drawn(128, 32).text(0, 0, 1, 128, "#--").text(0, 16, 1, 128, spare.sign()),
                    bus.read(UnitId.of(spare.id()), 128, 32));
        }
    }

    @Test
    void no_board_gets_an_address_where_another_still_answers() throws Exception {
        bus.boards.display(1, "128x32", 3);
        bus.boards.display(20, "128x32", 255);
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        shows(display, Bus.serving("A0012", "3"));

        assertEquals(false, display.replaceBy(Boards.id(20).toString()));
    }

    @Test
    void a_test_lights_all_dots_and_gives_the_picture_back() throws Exception {
        bus.boards.display(1, "128x32", 3);
        BoardDisplay display = new BoardDisplay(bus.master, 3);
        shows(display, Bus.serving("A0012", "3"));

        display.test();

        String lit = bus.read(3, 128, 32).toString();
        assertEquals(-1, lit.indexOf('.'), lit);
        Bus.eventually(SECONDS, () -> same(serving("A0012"), bus.read(3, 128, 32)));
    }

    private static Drawn serving(String number) {
        return new Drawn(128, 32)
                .text(0, 0, 2, 80, number)
                .centred(80, 128, 0, 1, "办理中")
                .centred(80, 128, 16, 1, "3号窗");
    }

    private static Drawn call(String number, String window) {
        return new Drawn(128, 32)
                .text(0, 0, 2, 80, number)
                .centred(80, 128, 0, 1, "请到")
                .centred(80, 128, 16, 1, window);
    }

    private static boolean same(Object expected, Object read) {
        assertEquals(expected, read);
        return true;
    }

    private static void shows(BoardDisplay display, Face face) throws Exception {
        Bus.eventually(
                SECONDS,
                () -> {
                    display.show(face);
                    return true;
                });
    }
}
