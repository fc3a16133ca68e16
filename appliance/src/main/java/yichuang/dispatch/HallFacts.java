package yichuang.dispatch;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;

/** {@code hall} in a script: the hour, and how full it is. */
final class HallFacts extends Facts {
    private static final List<String> NAMES =
            List.of("time", "minutes", "day", "weekday", "waiting", "openWindows", "waitingByZone");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final LocalDateTime at;
    private final int waiting;
    private final int openWindows;
    private final Facts byZone;

    /**
     * @param at the hall's own time
     * @param waiting tickets
     * @param waitingByZone legs, by the zone of their item; every zone of the hall is there
     */
    HallFacts(LocalDateTime at, int waiting, int openWindows, Map<String, Integer> waitingByZone) {
        super("hall", NAMES);
        this.at = at;
        this.waiting = waiting;
        this.openWindows = openWindows;
        this.byZone =
                new Facts("hall.waitingByZone", List.copyOf(waitingByZone.keySet())) {
                    @Override
                    Object fact(String name) {
                        return (double) waitingByZone.get(name);
                    }
                };
    }

    @Override
    Object fact(String name) {
        return switch (name) {
            case "time" -> at.format(TIME);
            case "minutes" -> (double) at.get(ChronoField.MINUTE_OF_DAY);
            case "day" -> at.toLocalDate().toString();
            case "weekday" -> (double) at.getDayOfWeek().getValue();
            case "waiting" -> (double) waiting;
            case "openWindows" -> (double) openWindows;
            case "waitingByZone" -> byZone;
            default -> throw new IllegalStateException(name);
        };
    }
}
