package yichuang.storm;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import yichuang.cluster.SimulatedFrames;
import yichuang.log.NodeName;
import yichuang.log.SimulatedLog;
import yichuang.log.Wire;

/**
 * The link between the nodes: the shipped frames, on lines that lose, double, delay and disorder
 * them. A direction can be cut for itself.
 */
final class Network {
    private final Scheduler scheduler;
    private final Chance chance;
    private final Judge judge;
    private final Variant variant;
    private final Map<NodeName, BiConsumer<NodeName, byte[]>> takers = new HashMap<>();
    private final Map<Direction, SimulatedFrames> readers = new HashMap<>();
    private final Set<Direction> cut = new HashSet<>();
    private double lost;
    private double doubled;
    private int delayMillis = 1;

    private record Direction(NodeName from, NodeName to) {}

    Network(Scheduler scheduler, Chance chance, Judge judge, Variant variant) {
        this.variant = variant;
        this.scheduler = scheduler;
        this.chance = chance;
        this.judge = judge;
    }

    /** {@return the end of the link that a node holds} */
    Wire of(Node self) {
        return new Wire() {
            @Override
            public void send(NodeName to, byte[] message) {
                if (self.isUp()) {
                    Network.this.send(self, to, message);
                }
            }

            @Override
            public boolean reaches(NodeName node) {
                return takers.containsKey(node) && !cut.contains(new Direction(self.name(), node));
            }

            @Override
            public void listen(BiConsumer<NodeName, byte[]> taker) {
                takers.put(
                        self.name(),
                        (from, message) -> self.onMachine(() -> taker.accept(from, message)));
            }
        };
    }

    private void send(Node from, NodeName to, byte[] message) {
        if (variant == Variant.ACKNOWLEDGE_BEFORE_MAJORITY) {
            SimulatedLog.agreedBeforeAsked(to, from.name(), message)
                    .map(SimulatedFrames::raft)
                    .ifPresent(
                            yes ->
                                    scheduler.at(
                                            from.here(),
                                            () -> hand(new Direction(to, from.name()), yes)));
        }
        Direction direction = new Direction(from.name(), to);
        if (cut.contains(direction) || chance.in(lost)) {
            return;
        }
        byte[] frame = SimulatedFrames.raft(message);
        int copies = chance.in(doubled) ? 2 : 1;
        for (int copy = 0; copy < copies; copy++) {
            Duration delay = Duration.ofNanos(200_000).plus(chance.about(delayMillis));
            scheduler.at(from.here() + delay.toNanos(), () -> arrive(direction, frame));
        }
    }

    private void arrive(Direction direction, byte[] frame) {
        if (!cut.contains(direction)) {
            hand(direction, frame);
        }
    }

    private void hand(Direction direction, byte[] frame) {
        if (!takers.containsKey(direction.to)) {
            return;
        }
        SimulatedFrames reader =
                readers.computeIfAbsent(
                        direction,
                        on ->
                                new SimulatedFrames(
                                        message -> takers.get(on.to).accept(on.from, message),
                                        why -> judge.violated("the link broke: " + why)));
        int split = chance.nextInt(frame.length + 1);
        reader.read(Arrays.copyOf(frame, split));
        reader.read(Arrays.copyOfRange(frame, split, frame.length));
    }

    /** {@return whether one can send to the other, as far as the line goes} */
    boolean reaches(NodeName from, NodeName to) {
        return takers.containsKey(to) && !cut.contains(new Direction(from, to));
    }

    /** {@return whether both run and hear each other} */
    boolean meet(Node one, Node other) {
        return one.isUp()
                && other.isUp()
                && !cut.contains(new Direction(one.name(), other.name()))
                && !cut.contains(new Direction(other.name(), one.name()));
    }

    /** Something that one node has another do; it may get lost. */
    void errand(Node from, Node to, Runnable what) {
        Direction direction = new Direction(from.name(), to.name());
        if (cut.contains(direction) || chance.in(lost)) {
            return;
        }
        Duration delay = Duration.ofNanos(200_000).plus(chance.about(delayMillis));
        scheduler.at(
                from.here() + delay.toNanos(),
                () -> {
                    if (!cut.contains(direction)) {
                        to.onMachine(what);
                    }
                });
    }

    /** A process is gone, and its connections with it. */
    void gone(NodeName node) {
        takers.remove(node);
        readers.keySet().removeIf(on -> on.from.equals(node) || on.to.equals(node));
    }

    void cutOneWay(NodeName from, NodeName to) {
        cut.add(new Direction(from, to));
    }

    void cut(NodeName one, NodeName other) {
        cutOneWay(one, other);
        cutOneWay(other, one);
    }

    /** From now on so many of all messages are lost or doubled, and the delay is so long. */
    void rough(double lostOfAll, double doubledOfAll, int meanMillis) {
        lost = lostOfAll;
        doubled = doubledOfAll;
        delayMillis = meanMillis;
    }

    void heal() {
        cut.clear();
        calm();
    }

    /** The lines are good again, those that are not cut. */
    void calm() {
        rough(0, 0, 1);
    }
}
