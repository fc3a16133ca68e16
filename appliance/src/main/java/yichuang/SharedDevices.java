package yichuang;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.grid.Shared;
import yichuang.cluster.grid.SharedEntry;
import yichuang.devices.DeviceStanding;

/**
 * How the devices of the other nodes are, as those said last. Nothing is promised by it: a node
 * that is cut off, or whose grid is not open, is not heard, and its devices are unknown.
 */
final class SharedDevices {
    private static final Logger LOG = Logger.getLogger(SharedDevices.class.getName());
    private static final String KIND = "device";

    private final String self;
    private final Shared shared;

    /** A device of another node. */
    record Said(String node, DeviceStanding device) {}

    SharedDevices(String self, Shared shared) {
        this.self = self;
        this.shared = shared;
    }

    /** Tells the others how a device of this node is. */
    void put(DeviceStanding own) {
        shared.say(KIND, own.id(), own.encode());
    }

    /** {@return the devices of the other nodes; of nodes that are away in the state UNKNOWN} */
    List<Said> elsewhere() {
        List<Said> all = new ArrayList<>();
        shared.all(KIND).forEach(entry -> said(entry).ifPresent(all::add));
        return all;
    }

    /** Hears when a device of another node changes, or its node goes away; must not wait. */
    void listen(Consumer<Said> listener) {
        shared.listen(entry -> said(entry).ifPresent(listener));
    }

    private Optional<Said> said(SharedEntry entry) {
        if (!entry.kind().equals(KIND) || entry.owner().equals(self)) {
            return Optional.empty();
        }
        try {
            DeviceStanding device = DeviceStanding.decode(entry.bytes());
            return Optional.of(
                    new Said(
                            entry.owner(),
                            switch (entry.presence()) {
                                case HERE -> device;
                                case LEFT -> device.unknown();
                            }));
        } catch (IOException otherRelease) {
            LOG.log(
                    Level.FINE,
                    "a device of {0}: {1}",
                    new Object[] {entry.owner(), otherRelease.getMessage()});
            return Optional.empty();
        }
    }
}
