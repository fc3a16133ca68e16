package yichuang.hall;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * When tickets are given, in the hall's own time zone.
 *
 * @param ticketsFrom first ticket of a working day
 * @param ticketsUntil last ticket; whoever has one by then is served (延时服务)
 * @param dayEnds when the business day is closed and every open ticket gets a recorded end
 * @param sessions extra sessions on days that are not working days
 */
public record Hours(
        LocalTime ticketsFrom, LocalTime ticketsUntil, LocalTime dayEnds, List<Session> sessions) {
    public Hours {
        sessions = List.copyOf(sessions);
    }

    /** An extended-hours session on a weekday that the calendar does not count as a working day. */
    public record Session(DayOfWeek day, LocalTime from, LocalTime until) {}

    Optional<Session> sessionOn(DayOfWeek day) {
        return sessions.stream().filter(session -> session.day() == day).findFirst();
    }
}
