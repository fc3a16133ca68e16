package yichuang;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.leader.Leader;

/**
 * The hall's time as the one who leads has it, on every node. A follower's own clock may be an hour
 * off, and nothing but its own devices would ever show it: a keypad that never lights, a voice that
 * takes every call for an old one.
 */
final class HallTime {
    private static final Logger LOG = Logger.getLogger(HallTime.class.getName());

    /** More than this is no NTP's doing. */
    private static final Duration APART_MAX = Duration.ofSeconds(30);

    private final Leader leader;
    private volatile Optional<Duration> off = Optional.empty();
    private volatile Optional<Heard> heard = Optional.empty();

    private record Heard(Instant then, long nanos) {}

    HallTime(Leader leader) {
        this.leader = leader;
    }

    /**
     * What the leader's clock showed a moment ago; it goes on from there, should this node lead.
     */
    void heard(Instant leaders) {
        judge(leader.clock().heard(leaders));
        heard = Optional.of(new Heard(leaders, System.nanoTime()));
    }

    private void judge(Duration before) {
        boolean wrong = before.abs().compareTo(APART_MAX) > 0;
        if (wrong && off.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "本机时钟与大厅相差 {0} 秒，按大厅的时间办。请在本机设好 NTP。 This node''s clock is {0} s"
                            + " before the hall''s, which it keeps to. Set up NTP on this machine.",
                    Long.toString(before.toSeconds()));
        }
        off = wrong ? Optional.of(before) : Optional.empty();
    }

    /**
     * {@return how far this node's clock is before the hall's time, negative when behind; empty
     * while it is right, and while this node leads, whose clock is the hall's}
     */
    Optional<Duration> off() {
        return leader.log().leading() ? Optional.empty() : off;
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
