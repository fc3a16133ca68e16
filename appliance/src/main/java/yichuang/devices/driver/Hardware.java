package yichuang.devices.driver;

import java.util.List;
import java.util.Optional;
import yichuang.devices.DeviceKind;

/** The buses and real devices of the hall, as the devices file names them. */
public record Hardware(List<Wire> buses, List<Piece> pieces) {
    public static final Hardware NONE = new Hardware(List.of(), List.of());

    public Hardware {
        buses = List.copyOf(buses);
        pieces = List.copyOf(pieces);
    }

    /** A bus of the file. */
    public record Wire(String id, String kind, Settings settings) {}

    /**
     * A piece of hardware.
     *
     * @param at the place or device id that the file gives
     * @param devices what it stands for
     */
    public record Piece(String at, String driver, Settings settings, List<Part> devices) {
        public Piece {
            devices = List.copyOf(devices);
        }
    }

    /**
     * A device that hardware stands for.
     *
     * @param node the controller it hangs on; empty: the hall's first
     */
    public record Part(String id, DeviceKind kind, Optional<String> node) {}

    /** {@return what stands for the device; empty when it is virtual} */
    Optional<Piece> of(String device) {
        return pieces.stream()
                .filter(piece -> piece.devices().stream().anyMatch(one -> one.id().equals(device)))
                .findFirst();
    }
}
