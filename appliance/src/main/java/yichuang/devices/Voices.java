package yichuang.devices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;

/**
 * Who speaks a call: the window's own speaker. Where there is none, or it is mute, or hangs on a
 * node that is away, the hall boards of its zone speak for it, so that nobody misses a call for a
 * broken cable.
 */
final class Voices {
    private final Map<WindowId, List<SpeakerLine>> own = new HashMap<>();
    private final List<SpeakerLine> boards;
    private final Elsewhere elsewhere;

    Voices(Lines lines, Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        lines.of(SpeakerLine.class)
                .flatMap(line -> line.spot().window().stream())
                .distinct()
                .forEach(window -> own.put(window, lines.at(window, SpeakerLine.class)));
        this.boards = lines.atNoWindow(SpeakerLine.class);
    }

    void announce(Hall hall, Ticket ticket, WindowId window) {
        List<String> sentences =
                CallText.sentences(
                        ticket.number(),
                        FaceText.name(hall, window),
                        window.value(),
                        ticket.language());
        List<SpeakerLine> here = own.getOrDefault(window, List.of());
        here.forEach(speaker -> speaker.say(sentences));
        if (here.stream().allMatch(Line::atFault) && elsewhere.isMute(window)) {
            boards.stream()
                    .filter(board -> serves(hall, board.spot(), window))
                    .forEach(board -> board.say(sentences));
        }
    }

    private static boolean serves(Hall hall, DevicePlan.Spot board, WindowId window) {
        return board.zones().isEmpty()
                || hall.furnishing()
                        .findWindow(window)
                        .map(WindowSetup::zone)
                        .filter(board.zones()::contains)
                        .isPresent();
    }
}
