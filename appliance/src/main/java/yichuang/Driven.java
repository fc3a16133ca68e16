package yichuang;

import java.util.List;
import java.util.function.BooleanSupplier;
import yichuang.devices.Devices;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.leader.Follower;

/**
 * Lets the devices follow the hall on the one node that drives them. A node that becomes it shows
 * first how the hall stands now, and speaks nothing of what was before.
 */
final class Driven implements Follower {
    private final Devices devices;
    private final BooleanSupplier here;
    private boolean driving;

    Driven(Devices devices, BooleanSupplier here) {
        this.devices = devices;
        this.here = here;
    }

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        if (!here.getAsBoolean()) {
            driving = false;
        } else if (driving) {
            devices.happened(hall, index, entry, events);
        } else {
            caughtUp(hall, index);
        }
    }

    @Override
    public void caughtUp(Hall hall, long index) {
        driving = here.getAsBoolean();
        if (driving) {
            devices.caughtUp(hall, index);
        }
    }
}
