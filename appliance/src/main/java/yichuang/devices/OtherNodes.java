package yichuang.devices;

import java.time.Duration;
import java.time.Instant;

/** What the devices need to know of the hall's nodes. Any thread, never blocks. */
public interface OtherNodes {
    /** {@return this node's name} */
    String self();

    /** {@return whether the other node is there} */
    boolean reaches(String node);

    /** {@return whether this node leads, and so speaks for what nobody else speaks for} */
    boolean leads();

    /**
     * {@return how long ago something happened, in seconds of the world and by the leader's clock:
     * this node's own may be hours off}
     */
    Duration since(Instant then);

    /** {@return what nodes tell each other about their devices} */
    DeviceReports reports();
}
