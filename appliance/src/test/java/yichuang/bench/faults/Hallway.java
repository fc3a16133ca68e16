package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** What people in the hall know of each other's tickets: who waits, and by which link each asks. */
final class Hallway {
    private final Map<String, String> links = new ConcurrentHashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private volatile boolean over;

    void took(JsonObject answer) {
        String ticket = answer.getString("id");
        links.put(ticket, answer.getString("link"));
        synchronized (this) {
            waiting.add(ticket);
        }
    }

    synchronized void left(String ticket) {
        waiting.remove(ticket);
    }

    synchronized void held(String ticket) {
        held.add(ticket);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    /** {@return somebody who waited a moment ago} */
    synchronized Optional<String> anyWaiting(SplittableRandom random) {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.get(random.nextInt(waiting.size())));
    }

    /** {@return somebody whom a window asked to come back, who is not asked again} */
    synchronized Optional<String> nextHeld() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held.removeFirst());
    }

    /** {@return the secret of this ticket's page; empty for one that its taker has not heard of} */
    Optional<String> link(String ticket) {
        return Optional.ofNullable(links.get(ticket));
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
