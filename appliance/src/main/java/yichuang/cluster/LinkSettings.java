package yichuang.cluster;

import java.time.InstantSource;

/**
 * Where the link listens, and by which bounds.
 *
 * @param host the hall's own interface; {@code 0.0.0.0} is every one
 * @param port {@code --cluster-port}; 0 takes a free one
 * @param clock the machine's, never a hall's test clock: certificates live in real days
 */
public record LinkSettings(String host, int port, LinkLimits limits, InstantSource clock) {
    public static LinkSettings of(String host, int port) {
        return new LinkSettings(host, port, LinkLimits.STANDARD, InstantSource.system());
    }
}
