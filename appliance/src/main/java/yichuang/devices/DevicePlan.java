package yichuang.devices;

import java.util.List;
import java.util.Optional;
import yichuang.hall.WindowId;
import yichuang.hall.ZoneCode;

/** Which devices the hall has and where they stand, as its configuration says. */
public record DevicePlan(List<Spot> spots) {
    public DevicePlan {
        spots = List.copyOf(spots);
    }

    /**
     * One device.
     *
     * @param id unique in the hall, for instance {@code display-3}
     * @param place the window, terminal, kiosk or board it belongs to, for instance {@code 3} or
     *     {@code k1}; a kiosk's credential names it as its device
     * @param window the window it stands at; a display without one is a hall board
     * @param zones what a hall board is for; empty: the whole hall
     */
    public record Spot(
            String id,
            DeviceKind kind,
            String place,
            Optional<WindowId> window,
            List<ZoneCode> zones) {
        public Spot {
            zones = List.copyOf(zones);
        }
    }
}
