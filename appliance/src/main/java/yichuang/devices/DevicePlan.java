package yichuang.devices;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yichuang.hall.WindowId;
import yichuang.hall.ZoneCode;

/** Which devices the hall has and where they stand, as its configuration says. */
public record DevicePlan(List<Spot> spots) {
    public DevicePlan {
        spots = List.copyOf(spots);
        Set<String> ids = new HashSet<>();
        for (Spot spot : spots) {
            if (!ids.add(spot.id())) {
                throw new IllegalArgumentException("two devices have the id " + spot.id());
            }
        }
    }

    /** {@return what this node drives, in a plan where every device has its owner} */
    List<Spot> of(String node) {
        return spots.stream().filter(spot -> spot.node().equals(Optional.of(node))).toList();
    }

    /** {@return what others drive, in a plan where every device has its owner} */
    List<Spot> without(String node) {
        return spots.stream().filter(spot -> !spot.node().equals(Optional.of(node))).toList();
    }

    /** {@return the device with this id} */
    Optional<Spot> find(String id) {
        return spots.stream().filter(spot -> spot.id().equals(id)).findFirst();
    }

    /**
     * {@return the printer with this id or at this place; somebody who says {@code k1} means the
     * one there}
     */
    Optional<Spot> findPrinter(String idOrPlace) {
        return find(idOrPlace)
                .filter(spot -> spot.kind() == DeviceKind.PRINTER)
                .or(() -> printer(spot -> spot.place().equals(idOrPlace)));
    }

    /** {@return the first printer that stands at no window: the first kiosk's} */
    Optional<Spot> kioskPrinter() {
        return printer(spot -> spot.window().isEmpty());
    }

    private Optional<Spot> printer(Predicate<Spot> which) {
        return spots.stream()
                .filter(spot -> spot.kind() == DeviceKind.PRINTER)
                .filter(which)
                .findFirst();
    }

    /**
     * One device.
     *
     * @param id unique in the hall, for instance {@code display-3}
     * @param place the window, terminal, kiosk or board it belongs to, for instance {@code 3} or
     *     {@code k1}; a kiosk's credential names it as its device
     * @param window the window it stands at; a display without one is a hall board
     * @param zones what a hall board is for; empty: the whole hall
     * @param node the controller it hangs on; empty: the hall's first
     */
    public record Spot(
            String id,
            DeviceKind kind,
            String place,
            Optional<WindowId> window,
            List<ZoneCode> zones,
            Optional<String> node) {
        public Spot {
            zones = List.copyOf(zones);
        }

        Spot on(String owner) {
            return new Spot(id, kind, place, window, zones, Optional.of(owner));
        }
    }
}
