package yichuang.devices;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import yichuang.hall.WindowId;

/** The lines of the devices that this node drives, by id and by what they are there for. */
final class Lines {
    private final Map<String, Line> byId = new LinkedHashMap<>();

    Lines(Collection<? extends Line> lines) {
        lines.forEach(line -> byId.put(line.spot().id(), line));
    }

    /**
     * {@return the lines of these devices: those that are here already, the others made anew; what
     * is none of them is closed}
     */
    Lines turnedTo(List<DevicePlan.Spot> spots, Function<DevicePlan.Spot, Line> making) {
        Lines next =
                new Lines(
                        spots.stream()
                                .map(spot -> find(spot.id()).orElseGet(() -> making.apply(spot)))
                                .toList());
        byId.values().stream()
                .filter(line -> next.find(line.spot().id()).isEmpty())
                .forEach(Line::close);
        return next;
    }

    Collection<Line> all() {
        return byId.values();
    }

    Optional<Line> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    <L extends Line> Optional<L> find(String id, Class<L> kind) {
        return find(id).filter(kind::isInstance).map(kind::cast);
    }

    /** {@return the devices of one kind at a window} */
    <L extends Line> List<L> at(WindowId window, Class<L> kind) {
        return of(kind).filter(line -> line.spot().window().equals(Optional.of(window))).toList();
    }

    /** {@return the devices of one kind that stand at no window: boards, their speakers, kiosks} */
    <L extends Line> List<L> atNoWindow(Class<L> kind) {
        return of(kind).filter(line -> line.spot().window().isEmpty()).toList();
    }

    <L extends Line> Stream<L> of(Class<L> kind) {
        List<L> lines = new ArrayList<>();
        for (Line line : byId.values()) {
            if (kind.isInstance(line)) {
                lines.add(kind.cast(line));
            }
        }
        return lines.stream();
    }
}
