package yichuang.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yichuang.devices.DeviceView;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.TokenId;
import yichuang.leader.Follower;

/**
 * The live stream: the last changes, and who reads along. On the log's thread an entry is only
 * handed over; it is encoded once for all, on the stream's own context.
 *
 * <p>Resuming loses nothing: everything after {@code floor} is kept, so whoever has seen an index
 * from there on gets the rest; anybody else a new snapshot.
 */
final class LiveStream implements Follower {
    static final int KEPT_MAX = 1_024;

    private final Context context;
    private final Front front;
    private final Deque<Group> kept = new ArrayDeque<>();
    private final List<Reader> readers = new ArrayList<>();
    private final Map<String, Numbered> devices = new LinkedHashMap<>();
    private volatile long deviceChanges;
    private long floor = Long.MAX_VALUE;
    private volatile long top;

    /**
     * What stands before the index in an id: an island has an order of its own, from the cut on.
     */
    private volatile String part = "";

    /** A device's last change; it has no place in the log, so it is counted here. */
    private record Numbered(long number, Group group) {}

    /** Who reads along; told on the stream's context, with the lock held: hand over and return. */
    interface Reader {
        void tell(Group group);

        /** This token is good no longer: whoever reads with it is cut off. */
        void revoked(TokenId token);
    }

    LiveStream(Vertx vertx, Front front) {
        this.context = vertx.getOrCreateContext();
        this.front = front;
    }

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        top = index;
        if (!events.isEmpty()) {
            Patch patch = Patch.of(hall, events);
            context.runOnContext(any -> publish(index, events, patch));
            for (Event event : events) {
                if (event instanceof Event.TokenRevoked revoked) {
                    context.runOnContext(any -> cut(revoked.token().id()));
                }
            }
        }
    }

    @Override
    public void caughtUp(Hall hall, long index) {
        top = index;
        part = hall.island().map(island -> "island-" + island.epoch() + "-").orElse("");
        context.runOnContext(any -> start(index));
    }

    /** {@return the id of what happened at an index} */
    String id(long index) {
        return part + index;
    }

    /** {@return the index that an id means; empty for one of another order} */
    Optional<Long> index(String id) {
        try {
            return id.startsWith(part)
                    ? Optional.of(Long.parseLong(id.substring(part.length())))
                    : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    void device(DeviceView view) {
        context.runOnContext(any -> publish(view));
    }

    private synchronized void start(long index) {
        kept.clear();
        floor = index;
    }

    private void publish(long index, List<Event> events, Patch patch) {
        List<Change> changes = new ArrayList<>();
        for (Event event : events) {
            Change.of(event, index, front.zone()).ifPresent(changes::add);
        }
        if (!changes.isEmpty()) {
            add(Group.of(index, id(index), changes, patch, front.zone()));
        }
    }

    private synchronized void publish(DeviceView view) {
        Group group = Group.outside(Change.of(view, front, top));
        long number = deviceChanges + 1;
        devices.put(view.id(), new Numbered(number, group));
        deviceChanges = number;
        readers.forEach(reader -> reader.tell(group));
    }

    /** {@return how many changes of devices there were} */
    long deviceChanges() {
        return deviceChanges;
    }

    private synchronized void cut(TokenId token) {
        readers.forEach(reader -> reader.revoked(token));
    }

    private synchronized void add(Group group) {
        kept.addLast(group);
        while (kept.size() > KEPT_MAX) {
            floor = Math.max(floor, kept.removeFirst().index());
        }
        readers.forEach(reader -> reader.tell(group));
    }

    /**
     * {@return what happened after this index; empty when not all of it is kept, or the index is
     * none of this log's}
     */
    synchronized Optional<List<Group>> since(long index) {
        if (index < floor || index > top) {
            return Optional.empty();
        }
        return Optional.of(kept.stream().filter(group -> group.index() > index).toList());
    }

    /**
     * Lets the reader read along from here, and gives it what happened after the index, with
     * nothing between the two.
     *
     * @param devicesSeen the count of device changes it knows; 0 for a reader that was away
     */
    synchronized List<Group> join(Reader reader, long index, long devicesSeen) {
        readers.add(reader);
        return Stream.concat(
                        kept.stream().filter(group -> group.index() > index),
                        devices.values().stream()
                                .filter(device -> device.number() > devicesSeen)
                                .map(Numbered::group))
                .toList();
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
    }
}
