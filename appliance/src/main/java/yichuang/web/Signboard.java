package yichuang.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.ItemCode;
import yichuang.hall.StaffId;
import yichuang.hall.ThemeCode;
import yichuang.hall.ZoneCode;

/**
 * What the hall tells people beside its rules: its address, where its zones are, who works at its
 * windows. It is this controller's own configuration and never enters the log, since no rule looks
 * at it.
 *
 * @param publicUrl begins the address in a ticket's QR code
 * @param places where the zones are; one that is not listed says nothing
 * @param staff who may work at windows
 * @param notices lines of text for people who wait
 * @param kiosks name and place of each kiosk, by its id: where a helper is called to
 * @param offer how kiosks offer what can be done
 */
public record Signboard(
        URI publicUrl,
        List<Place> places,
        List<Colleague> staff,
        List<Notice> notices,
        Map<String, String> kiosks,
        Offer offer) {
    public Signboard {
        places = List.copyOf(places);
        staff = List.copyOf(staff);
        notices = List.copyOf(notices);
        kiosks = Map.copyOf(kiosks);
    }

    /** What the shipped configuration says: no phone can reach it. */
    static final URI SHIPPED = URI.create("http://localhost:8080");

    /** Where a zone is, in the words a person is told. */
    public record Place(ZoneCode zone, String chinese, String english) {}

    /** One of the staff; {@code zone} is where they usually work. */
    public record Colleague(StaffId id, String name, Optional<ZoneCode> zone) {}

    /**
     * A line of text.
     *
     * @param where it shows: kiosk, board, phone, ticket
     */
    public record Notice(List<String> where, String chinese, String english) {
        public Notice {
            where = List.copyOf(where);
        }
    }

    /**
     * How kiosks offer items and themes.
     *
     * @param frequent what is one touch away, as the hall chose it
     * @param terminals where an item is done without staff, in English; the catalogue has the
     *     Chinese
     * @param alternatives of a theme's choices in one list at most one is made
     */
    public record Offer(
            List<ItemCode> frequent,
            Map<ItemCode, String> terminals,
            Map<ThemeCode, List<List<String>>> alternatives) {
        /** Nothing but what the catalogue and the themes say. */
        public static final Offer PLAIN = new Offer(List.of(), Map.of(), Map.of());

        public Offer {
            frequent = List.copyOf(frequent);
            terminals = Map.copyOf(terminals);
            alternatives = Map.copyOf(alternatives);
        }
    }

    /**
     * {@return how addresses for phones begin} The setting, unless nobody has set it: then the
     * address that this very request came by, which is the best that is known of how the hall is
     * reached.
     */
    String begins(HttpServerRequest request) {
        HostAndPort host = request.authority();
        return publicUrl.equals(SHIPPED) && host != null
                ? request.scheme() + "://" + host
                : publicUrl.toString();
    }

    Optional<Place> place(ZoneCode zone) {
        return places.stream().filter(place -> place.zone().equals(zone)).findFirst();
    }
}
