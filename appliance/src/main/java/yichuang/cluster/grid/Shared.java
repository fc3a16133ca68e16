package yichuang.cluster.grid;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the nodes say of their own things and the leader of the hall's, as far as it was heard here.
 * It is there before any grid is, outlives it, and knows nothing of Hazelcast.
 *
 * <p>The grid's map may lose a write in a merge or bring an old one back. So each thing has one
 * writer at a time and a (term, number) that rises; the greatest is kept here. Whoever meets a
 * smaller one than it knows puts the greater one back; a writer who meets a greater one of its own
 * (from before its restart) goes above it, and a leader who meets a greater one leads no more. All
 * methods are for any thread; listeners are called on the thread that brought the news and must not
 * wait.
 */
public final class Shared {
    private static final Logger JOURNAL = System.getLogger("yichuang.cluster");

    private final String node;
    private final Map<String, SharedEntry> known = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private final List<Consumer<SharedEntry>> listeners = new ArrayList<>();
    private Set<String> members = Set.of();
    private Optional<Consumer<SharedEntry>> outlet = Optional.empty();

    /**
     * @param node who speaks here
     */
    public Shared(String node) {
        this.node = node;
    }

    /**
     * Says how a thing of this node is, in place of what was said of it before.
     *
     * @param bytes at most 64 KiB
     */
    public void say(String kind, String id, byte[] bytes) {
        SharedEntry said =
                new SharedEntry(node, kind, id, 0, 1, SharedEntry.Presence.HERE, bytes.clone());
        Optional<Consumer<SharedEntry>> to;
        synchronized (this) {
            SharedEntry before = known.get(said.key());
            said = before == null ? said : said.with(before.number() + 1);
            to = write(said);
        }
        out(to, said);
    }

    /**
     * Says how a thing of the hall is; the leader's to call, who says all of them anew in a new
     * term. What is not newer than what is known here is not said.
     *
     * @param index of the last command that it shows
     * @param bytes at most 64 KiB
     */
    public void sayOfHall(String kind, String id, long term, long index, byte[] bytes) {
        SharedEntry said =
                new SharedEntry(
                        SharedEntry.HALL,
                        kind,
                        id,
                        term,
                        index,
                        SharedEntry.Presence.HERE,
                        bytes.clone());
        Optional<Consumer<SharedEntry>> to;
        synchronized (this) {
            SharedEntry before = known.get(said.key());
            if (before != null && !said.newerThan(before)) {
                return;
            }
            to = write(said);
        }
        out(to, said);
    }

    private Optional<Consumer<SharedEntry>> write(SharedEntry said) {
        known.put(said.key(), said);
        written.add(said.key());
        return outlet;
    }

    private static void out(Optional<Consumer<SharedEntry>> to, SharedEntry entry) {
        to.ifPresent(one -> one.accept(entry));
    }

    /** {@return what was said last of all things of a kind, by this node too} */
    public synchronized List<SharedEntry> all(String kind) {
        return known.values().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    /** Hears others' words when they change, and when their owner leaves or comes back. */
    public synchronized void listen(Consumer<SharedEntry> listener) {
        listeners.add(listener);
    }

    /** What is written here goes there too from now on, and what was written; must not block. */
    public void connect(Consumer<SharedEntry> to) {
        List<SharedEntry> before;
        synchronized (this) {
            outlet = Optional.of(to);
            before = written();
        }
        before.forEach(to);
    }

    /** The grid is gone, and nobody else is to be seen. */
    void disconnect() {
        synchronized (this) {
            outlet = Optional.empty();
        }
        present(Set.of());
    }

    /** {@return everything that this node wrote last} */
    synchronized List<SharedEntry> written() {
        return written.stream().map(known::get).toList();
    }

    /** What the grid has of a thing. */
    void heard(String key, byte[] value) {
        try {
            heard(SharedEntry.of(key, value));
        } catch (IOException stranger) {
            JOURNAL.log(Level.WARNING, stranger.getMessage());
        }
    }

    /** Takes another's word, or this node's own of before. */
    public void heard(SharedEntry entry) {
        SharedEntry now;
        Optional<Consumer<SharedEntry>> to = Optional.empty();
        List<Consumer<SharedEntry>> told = List.of();
        synchronized (this) {
            SharedEntry before = known.get(entry.key());
            boolean newer = before == null || entry.newerThan(before);
            now = newer ? entry.with(presence(entry.owner())) : before;
            if (!newer) {
                to = before.newerThan(entry) ? outlet : to;
            } else if (written.contains(entry.key()) && entry.owner().equals(node)) {
                now = before.with(entry.number() + 1);
                to = outlet;
            } else {
                written.remove(entry.key());
                told = List.copyOf(listeners);
            }
            known.put(now.key(), now);
        }
        SharedEntry last = now;
        out(to, last);
        told.forEach(listener -> listener.accept(last));
    }

    /** Says who is a member now; the grid's to call. */
    public void present(Set<String> names) {
        List<SharedEntry> changed = new ArrayList<>();
        List<Consumer<SharedEntry>> who;
        synchronized (this) {
            members = Set.copyOf(names);
            for (SharedEntry entry : List.copyOf(known.values())) {
                SharedEntry now = entry.with(presence(entry.owner()));
                if (now.presence() != entry.presence()) {
                    known.put(now.key(), now);
                    changed.add(now);
                }
            }
            who = List.copyOf(listeners);
        }
        changed.forEach(entry -> who.forEach(listener -> listener.accept(entry)));
    }

    private SharedEntry.Presence presence(String owner) {
        return owner.equals(node) || owner.equals(SharedEntry.HALL) || members.contains(owner)
                ? SharedEntry.Presence.HERE
                : SharedEntry.Presence.LEFT;
    }
}
