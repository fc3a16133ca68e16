package yichuang;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yichuang.leader.Leader;

/**
 * The hall's time as the one who leads has it, on every node. A follower's own clock may be an hour
 * off, and nothing but its own devices would ever show it: a keypad that never lights, a voice that
 * takes every call for an old one.
 */
final class HallTime {
    private final Leader leader;
    private volatile Optional<Heard> heard = Optional.empty();

    private record Heard(Instant then, long nanos) {}

    HallTime(Leader leader) {
        this.leader = leader;
    }

    /**
     * What the leader's clock showed a moment ago; it goes on from there, should this node lead.
     */
    void heard(Instant leaders) {
        leader.clock().goOnFrom(leaders);
        heard = Optional.of(new Heard(leaders, System.nanoTime()));
    }

    /** {@return the time; this node's own while it leads, or has heard of nobody} */
    Instant now() {
        return leader.log().leading()
                ? leader.clock().now()
                : heard.map(this::goneOn).orElseGet(leader.clock()::now);
    }

    private Instant goneOn(Heard one) {
        return one.then()
                .plusNanos((long) ((System.nanoTime() - one.nanos()) * leader.clock().rate()));
    }

    /** {@return how long ago something happened, in seconds of the world} */
    Duration since(Instant then) {
        double millis = Duration.between(then, now()).toMillis() / leader.clock().rate();
        return Duration.ofMillis((long) millis);
    }
}
