package yichuang.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;

/** What a window's display shows, read from how the window stands. */
final class FaceText {
    private FaceText() {}

    static Face of(Hall hall, Window window) {
        Optional<Ticket> visitor = window.turn().flatMap(turn -> hall.findTicket(turn.ticket()));
        return of(hall, window, visitor);
    }

    /** {@code visitor}: the ticket of the window's turn, as an event left it. */
    static Face of(Hall hall, Window window, Optional<Ticket> visitor) {
        String name = name(hall, window.id());
        String number = visitor.map(Ticket::number).orElse("");
        return switch (window.state()) {
            case CALLED ->
                    new Face.Call(
                            window.id(),
                            number,
                            lines(visitor, "display.call", window, number, name));
            case SERVING ->
                    new Face.Serving(
                            window.id(),
                            number,
                            lines(visitor, "display.serving", window, number, name));
            case IDLE -> resting(window, Face.Rest.IDLE, name);
            case PAUSED -> resting(window, Face.Rest.PAUSED, name);
            case CLOSED -> resting(window, Face.Rest.CLOSED, name);
        };
    }

    private static Face resting(Window window, Face.Rest rest, String name) {
        String key = "display." + rest.name().toLowerCase(Locale.ROOT);
        return new Face.Resting(window.id(), rest, List.of(DeviceWords.CHINESE.say(key, name)));
    }

    /** Chinese, and English below it for who took the ticket in English. */
    private static List<String> lines(
            Optional<Ticket> visitor, String key, Window window, String number, String name) {
        List<String> lines = new ArrayList<>();
        lines.add(DeviceWords.CHINESE.say(key, number, name));
        if (visitor.filter(ticket -> DeviceWords.wantsEnglish(ticket.language())).isPresent()) {
            lines.add(DeviceWords.ENGLISH.say(key, number, "window " + window.id()));
        }
        return lines;
    }

    /** {@return the window's name, for instance 3号窗口} */
    static String name(Hall hall, WindowId window) {
        return hall.furnishing().findWindow(window).map(WindowSetup::name).orElse(window.value());
    }
}
