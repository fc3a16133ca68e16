package yichuang.devices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.hall.WindowId;

/**
 * The devices that other nodes drive, as this one knows them: as their owner said last, and unknown
 * while the owner is away. Safe for any thread.
 */
final class Elsewhere {
    private static final Logger LOG = Logger.getLogger(Elsewhere.class.getName());

    private final OtherNodes others;
    private final InstantSource clock;
    private final Consumer<DeviceView> changed;
    private final Set<String> disputed = new HashSet<>();
    private Map<String, Known> known = Map.of();

    private record Known(DevicePlan.Spot spot, DeviceView view) {}

    /** {@code changed} is told when one turns well, faulty or unknown. */
    Elsewhere(OtherNodes others, InstantSource clock, Consumer<DeviceView> changed) {
        this.others = others;
        this.clock = clock;
        this.changed = changed;
    }

    /** From now on these are elsewhere; each names its owner. */
    void turn(List<DevicePlan.Spot> spots) {
        synchronized (this) {
            Map<String, Known> next = new LinkedHashMap<>();
            Instant now = clock.instant();
            spots.forEach(
                    spot ->
                            next.put(
                                    spot.id(),
                                    Optional.ofNullable(known.get(spot.id()))
                                            .filter(one -> one.spot().equals(spot))
                                            .orElseGet(() -> new Known(spot, unknown(spot, now)))));
            known = next;
        }
        look();
    }

    /** Looks who is there, and what was said; about once a second, and when something was. */
    void look() {
        List<DeviceView> news = new ArrayList<>();
        synchronized (this) {
            Instant now = clock.instant();
            known.replaceAll(
                    (id, before) -> {
                        DeviceView view = view(before.spot(), now);
                        if (view.state() == before.view().state()
                                && view.fault().equals(before.view().fault())) {
                            return before;
                        }
                        news.add(view);
                        return new Known(before.spot(), view);
                    });
        }
        news.forEach(changed);
    }

    synchronized Optional<DeviceView> find(String id) {
        return Optional.ofNullable(known.get(id)).map(Known::view);
    }

    /** {@return whether no speaker elsewhere speaks at this window} */
    synchronized boolean isMute(WindowId window) {
        return known.values().stream()
                .filter(one -> one.spot().kind() == DeviceKind.SPEAKER)
                .filter(one -> one.spot().window().equals(Optional.of(window)))
                .allMatch(this::isMute);
    }

    /** A speaker that said nothing yet is not mute while its owner is there. */
    private boolean isMute(Known speaker) {
        return switch (speaker.view().state()) {
            case OK -> false;
            case FAULT -> true;
            case UNKNOWN -> !others.reaches(speaker.view().node());
        };
    }

    private DeviceView view(DevicePlan.Spot spot, Instant now) {
        String owner = spot.node().orElseThrow();
        return others.reaches(owner)
                ? report(spot, owner)
                        .map(said -> view(spot, said))
                        .orElseGet(() -> unknown(spot, now))
                : unknown(spot, now);
    }

    private Optional<DeviceReport> report(DevicePlan.Spot spot, String owner) {
        List<DeviceReport> said = others.reports().about(spot.id());
        Optional<DeviceReport> own =
                said.stream().filter(one -> one.node().equals(owner)).findFirst();
        own.ifPresent(right -> said.forEach(other -> compare(right, other)));
        return own;
    }

    /**
     * Two nodes that drive one device have different files. What a node said before it lost the
     * device is older.
     */
    private void compare(DeviceReport right, DeviceReport other) {
        if (!other.node().equals(right.node())
                && other.since().isAfter(right.since())
                && others.reaches(other.node())
                && disputed.add(other.device() + " " + other.node())) {
            LOG.log(
                    Level.WARNING,
                    "{0} 在 {1} 上运行，本机的设备文件却说它属于 {2}。请让各台控制器的文件一致。"
                            + " {0} runs on {1}, but this controller''s file says {2}. Give all"
                            + " controllers the same files.",
                    new Object[] {other.device(), other.node(), right.node()});
        }
    }

    private static DeviceView view(DevicePlan.Spot spot, DeviceReport said) {
        return new DeviceView(
                spot.id(),
                spot.kind(),
                spot.window(),
                said.node(),
                said.state(),
                said.since(),
                said.fault(),
                new DeviceView.Unseen());
    }

    private static DeviceView unknown(DevicePlan.Spot spot, Instant since) {
        return new DeviceView(
                spot.id(),
                spot.kind(),
                spot.window(),
                spot.node().orElseThrow(),
                DeviceView.State.UNKNOWN,
                since,
                Optional.empty(),
                new DeviceView.Unseen());
    }
}
