package yichuang;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.leader.Follower;

/**
 * Gives memory back while nobody asks for anything. The small collector looks at its old generation
 * only when that is full, so a morning's garbage would stay resident all day; a full collection
 * costs a tenth of a second (half of one on a Pi), which nobody notices when nothing happens.
 */
final class Idleness implements Follower, AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final long WORTH_BYTES = 6L << 20;
    private static final List<String> OLD = List.of("Tenured Gen", "G1 Old Gen");

    private final Optional<MemoryPoolMXBean> old =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .filter(pool -> OLD.contains(pool.getName()))
                    .findFirst();
    private final Thread looking =
            Thread.ofPlatform().name("idleness").daemon().unstarted(this::look);
    private volatile long lastIndex;
    private long seenIndex;

    /** Looks every two seconds until it is closed; nothing to do under another collector. */
    void start() {
        if (old.isPresent()) {
            looking.start();
        }
    }

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        lastIndex = index;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                boolean idle = lastIndex == seenIndex;
                seenIndex = lastIndex;
                if (idle && grown(old.orElseThrow()) > WORTH_BYTES) {
                    System.gc();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    private static long grown(MemoryPoolMXBean pool) {
        MemoryUsage left = pool.getCollectionUsage();
        return pool.getUsage().getUsed() - (left == null ? 0 : left.getUsed());
    }
}
