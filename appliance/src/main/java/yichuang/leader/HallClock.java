package yichuang.leader;

import java.time.Duration;
import java.time.Instant;

/** What time it is in the hall. All deadlines of the hall use it; network time-outs never do. */
public interface HallClock {
    /** {@return the time, in whole microseconds, as the log keeps it} */
    Instant now();

    /** {@return whether this is a test clock, which every page then says} */
    boolean isTest();

    /** {@return how many seconds of the hall pass in one of the world: 1, but for a test clock} */
    default double rate() {
        return 1;
    }

    /** {@return whether a business day may be opened or closed by this time} */
    boolean isTrusted();

    /** Somebody who may says that the time shown is right. */
    void confirm();

    /** Called about once a second: what the clock must remember or compare. */
    void tick();

    /** Recovery found commands up to this time: the hall's time goes on from there. */
    void goOnFrom(Instant last);

    /**
     * The hall's time as the node that leads has it at this moment: should this node lead next, it
     * goes on from there.
     *
     * @return how far this node's own clock is before it; negative when it is behind
     */
    default Duration heard(Instant leaders) {
        goOnFrom(leaders);
        return Duration.ZERO;
    }
}
