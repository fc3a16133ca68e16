package yichuang.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import yichuang.hall.StaffId;
import yichuang.hall.ZoneCode;

/**
 * What the hall tells people beside its rules: its address, where its zones are, who works at its
 * windows. It is this controller's own configuration and never enters the log, since no rule looks
 * at it.
 *
 * @param publicUrl begins the address in a ticket's QR code
 * @param places where the zones are; one that is not listed says nothing
 * @param staff who may work at windows
 */
public record Signboard(URI publicUrl, List<Place> places, List<Colleague> staff) {
    public Signboard {
        places = List.copyOf(places);
        staff = List.copyOf(staff);
    }

    /** Where a zone is, in the words a person is told. */
    public record Place(ZoneCode zone, String chinese, String english) {}

    /** One of the staff; {@code zone} is where they usually work. */
    public record Colleague(StaffId id, String name, Optional<ZoneCode> zone) {}

    Optional<Place> place(ZoneCode zone) {
        return places.stream().filter(place -> place.zone().equals(zone)).findFirst();
    }
}
