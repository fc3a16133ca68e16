package yichuang.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What goes wrong, one thing after the other and sometimes many at once; then all is well. */
final class Trouble {
    private static final int KINDS = 14;
    private static final int KINDS_OF_ISLANDS = 18;
    private static final int SHORT_MILLIS = 4_000;
    private static final int LONG_MILLIS = 30_000;

    /** Wrong by more than this, a hall's day would end in the middle of it. */
    private static final Duration WRONG_MAX = Duration.ofHours(3);

    private final Storm storm;
    private boolean over;

    Trouble(Storm storm) {
        this.storm = storm;
    }

    void begin() {
        storm.scheduler()
                .after(
                        storm.chance().about(storm.plan().betweenTroublesMillis()),
                        () -> {
                            if (!over) {
                                something(storm.chance().oneOf(storm.nodes()));
                                begin();
                            }
                        });
    }

    private void something(Node node) {
        Chance chance = storm.chance();
        switch (chance.nextInt(storm.plan().islands() ? KINDS_OF_ISLANDS : KINDS)) {
            case 0 -> powerCut(node);
            case 1 -> node.disk().cutAfter(1 + chance.nextInt(12));
            case 2 -> kill(node);
            case 3 -> everything();
            case 4 -> split();
            case 5 -> oneWay(node);
            case 6 -> rough();
            case 7 -> {
                node.disk().fill();
                soon(3_000, node.disk()::heal);
            }
            case 8 -> {
                node.disk().slow(chance.about(200));
                soon(2_000, node.disk()::heal);
            }
            case 9 -> {
                node.disk().failSync(1 + chance.nextInt(3));
                storm.counters().failedSyncs++;
            }
            case 10, 11 -> jump(node);
            case 12 -> node.pause(chance.about(4_000));
            default -> isolate(node);
        }
    }

    /** An island needs 15 s to begin. */
    private int lasts() {
        return storm.plan().islands() ? LONG_MILLIS : SHORT_MILLIS;
    }

    private void soon(int meanMillis, Runnable what) {
        storm.scheduler()
                .after(
                        storm.chance().about(meanMillis),
                        () -> {
                            if (!over) {
                                what.run();
                            }
                        });
    }

    private void powerCut(Node node) {
        storm.counters().powerCuts++;
        node.cutPower();
        soon(2_000, node::start);
    }

    private void kill(Node node) {
        node.kill();
        soon(1_000, node::start);
    }

    private void everything() {
        storm.nodes().forEach(this::powerCut);
    }

    private void isolate(Node node) {
        storm.counters().partitions++;
        for (Node other : storm.nodes()) {
            storm.network().cut(node.name(), other.name());
        }
        soon(lasts(), storm.network()::heal);
    }

    private void split() {
        storm.counters().partitions++;
        List<Node> mixed = new ArrayList<>(storm.nodes());
        Collections.shuffle(mixed, storm.chance());
        int at = storm.chance().nextInt(mixed.size() + 1);
        for (Node one : mixed.subList(0, at)) {
            for (Node other : mixed.subList(at, mixed.size())) {
                storm.network().cut(one.name(), other.name());
            }
        }
        soon(lasts(), storm.network()::heal);
    }

    private void oneWay(Node node) {
        storm.counters().partitions++;
        Node other = storm.chance().oneOf(storm.nodes());
        storm.network().cutOneWay(node.name(), other.name());
        soon(lasts(), storm.network()::heal);
    }

    private void rough() {
        Chance chance = storm.chance();
        storm.network()
                .rough(0.2 * chance.nextDouble(), 0.2 * chance.nextDouble(), chance.nextInt(300));
        soon(SHORT_MILLIS, storm.network()::calm);
    }

    private void jump(Node node) {
        Duration by = storm.chance().millis(-1_200_000, 1_200_000);
        if (node.clock().wrong().plus(by).abs().compareTo(WRONG_MAX) < 0) {
            storm.counters().clockJumps++;
            node.clock().jump(by);
        }
    }

    /** Everything heals and every node runs. */
    void end() {
        over = true;
        storm.network().heal();
        for (Node node : storm.nodes()) {
            node.disk().heal();
            node.start();
        }
    }
}
