package yichuang.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs who was not let in, each line once in ten minutes: a node of another hall dials for ever,
 * and a card of a Pi is no place for what it hears. On the link's event loop.
 */
final class RefusedOnce {
    private static final Logger LOGGER = Logger.getLogger(Link.class.getName());
    private static final long AGAIN_NANOS = 600_000_000_000L;
    private static final int LINES_MAX = 64;
    private final Map<String, Long> said =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > LINES_MAX;
                }
            };

    void say(String line) {
        long now = System.nanoTime();
        Long before = said.getOrDefault(line, now - AGAIN_NANOS);
        if (now - before >= AGAIN_NANOS) {
            said.put(line, now);
            LOGGER.log(Level.WARNING, "a connection was refused: {0}", line);
        }
    }
}
