package yichuang.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Furnishing;
import yichuang.hall.Hall;
import yichuang.leader.Follower;

/**
 * The hall's furnishing, for any thread: names, catalogue and time zone. It changes when the
 * configuration does, so no request need go to the log's thread for it.
 */
final class Front implements Follower {
    private volatile Furnishing furnishing = new Hall().furnishing();

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Configured) {
                furnishing = hall.furnishing();
            }
        }
    }

    @Override
    public void caughtUp(Hall hall, long index) {
        furnishing = hall.furnishing();
    }

    Furnishing furnishing() {
        return furnishing;
    }

    ZoneId zone() {
        return furnishing.zone();
    }

    /** {@return the time as the API writes it, with the hall's own offset} */
    String time(Instant at) {
        return time(at, zone());
    }

    static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}
