package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which requests were answered, and how. A key is good for at least {@link #KEPT}; after that the
 * oldest goes as soon as room is needed. When all of {@link #KEYS_MAX} are younger, the hall takes
 * no more keyed requests for the moment.
 */
final class Memory {
    static final Duration KEPT = Duration.ofMinutes(15);
    static final int KEYS_MAX = 50_000;

    private final Map<Id, Remembered> byKey = new LinkedHashMap<>();

    private record Id(TokenId scope, String key) {}

    Optional<Remembered> find(RequestKey key) {
        return Optional.ofNullable(byKey.get(new Id(key.scope(), key.key())));
    }

    /** {@return whether one more can be remembered at this time} */
    boolean hasRoom(Instant at) {
        return byKey.size() < KEYS_MAX || oldestIsOld(at);
    }

    void add(Remembered answer) {
        if (byKey.size() >= KEYS_MAX) {
            Iterator<Remembered> oldest = byKey.values().iterator();
            oldest.next();
            oldest.remove();
        }
        byKey.put(new Id(answer.key().scope(), answer.key().key()), answer);
    }

    /**
     * Nobody has the ticket at that window any more: who did not hear that they had called it, and
     * asks again, asks anew.
     */
    void forget(WindowId window, TicketId ticket) {
        byKey.values()
                .removeIf(
                        one ->
                                one.receipt() instanceof Receipt.OfWindow at
                                        && at.window().equals(window)
                                        && at.visitor()
                                                .filter(visitor -> visitor.id().equals(ticket))
                                                .isPresent());
    }

    int size() {
        return byKey.size();
    }

    List<Remembered> all() {
        return List.copyOf(byKey.values());
    }

    private boolean oldestIsOld(Instant at) {
        return byKey.values().iterator().next().at().isBefore(at.minus(KEPT));
    }
}
