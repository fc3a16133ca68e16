package yichuang.cluster;

import java.time.Duration;

/**
 * The link's bounds. Only tests differ from {@link #STANDARD}.
 *
 * @param frameBytesMax bytes of one frame; a longer one ends its connection
 * @param raftMax Raft messages waiting for one peer; one more drops the oldest
 * @param raftBytesMax their bytes; more drops the oldest
 * @param requestsMax requests to one peer without an answer; one more is refused at once
 * @param requestBytesMax their bytes; more is refused at once
 * @param servedMax requests of one peer that are being answered; more are not read
 * @param heartbeat how often a peer is pinged
 * @param silence how long nothing may be heard before a connection is given up
 * @param backoffMin pause before the first new attempt to connect
 * @param backoffMax longest such pause; each is twice the one before, less up to a half by chance
 */
public record LinkLimits(
        int frameBytesMax,
        int raftMax,
        int raftBytesMax,
        int requestsMax,
        int requestBytesMax,
        int servedMax,
        Duration heartbeat,
        Duration silence,
        Duration backoffMin,
        Duration backoffMax) {
    private static final int MIB = 1 << 20;

    /** What every hall runs with: at most 32 MiB waiting for a peer that is slow. */
    public static final LinkLimits STANDARD =
            new LinkLimits(
                    16 * MIB,
                    1_024,
                    24 * MIB,
                    1_024,
                    8 * MIB,
                    256,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(5));

    /** {@return the same bounds with a shorter queue of Raft messages} */
    LinkLimits withRaftMax(int messages) {
        return new LinkLimits(
                frameBytesMax,
                messages,
                raftBytesMax,
                requestsMax,
                requestBytesMax,
                servedMax,
                heartbeat,
                silence,
                backoffMin,
                backoffMax);
    }
}
