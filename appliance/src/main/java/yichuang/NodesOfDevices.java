package yichuang;

import java.time.Duration;
import java.time.Instant;
import yichuang.devices.DeviceReports;
import yichuang.devices.OtherNodes;
import yichuang.leader.Leader;

/** The hall's nodes as the devices know them. */
record NodesOfDevices(Neighbours neighbours, Leader leader, HallTime time, DeviceReports reports)
        implements OtherNodes {
    @Override
    public String self() {
        return neighbours.self();
    }

    @Override
    public boolean reaches(String node) {
        return neighbours.reaches(node);
    }

    @Override
    public boolean leads() {
        return leader.log().leading();
    }

    @Override
    public Duration since(Instant then) {
        return time.since(then);
    }
}
