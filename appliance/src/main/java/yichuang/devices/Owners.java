package yichuang.devices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import yichuang.hall.Hall;
import yichuang.hall.HallNode;

/**
 * Which node drives which device: the one that the plan names, else the one that has been in the
 * hall for longest and is not fenced. A hall of one has no nodes in its books; then it is this one.
 *
 * @param first who drives what the plan gives to nobody
 * @param names of the hall's nodes
 */
record Owners(String self, String first, List<String> names) {
    Owners {
        names = List.copyOf(names);
    }

    static Owners of(String self, Hall hall) {
        return new Owners(
                self,
                hall.firstNode().map(HallNode::id).map(Object::toString).orElse(self),
                hall.nodes().stream().map(HallNode::id).map(Object::toString).toList());
    }

    /** {@return those of a hall whose books name no node} */
    static Owners alone(String self) {
        return new Owners(self, self, List.of());
    }

    /** {@return the plan, with the owner of each device} */
    DevicePlan of(DevicePlan plan) {
        return new DevicePlan(
                plan.spots().stream().map(spot -> spot.on(spot.node().orElse(first))).toList());
    }

    /** {@return nodes that the plan names and the hall has not} */
    Set<String> missing(DevicePlan plan) {
        Set<String> missing = new TreeSet<>();
        plan.spots().stream()
                .map(DevicePlan.Spot::node)
                .flatMap(Optional::stream)
                .filter(name -> !name.equals(self) && !names.contains(name))
                .forEach(missing::add);
        return missing;
    }
}
