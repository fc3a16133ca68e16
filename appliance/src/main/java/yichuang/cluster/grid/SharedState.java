package yichuang.cluster.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.EntryAdapter;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.replicatedmap.ReplicatedMap;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the nodes say of their own things, as far as it was heard here.
 *
 * <p>Hazelcast's map may lose a write in a merge or bring an old one back. So each entry has one
 * writer and a number, the greatest is kept here, and a writer who meets a greater number of its
 * own (from before its restart, or with a clock that was ahead) goes above it.
 */
final class SharedState {
    private static final Logger JOURNAL = System.getLogger("yichuang.cluster");

    private final String node;
    private final Map<String, SharedEntry> known = new HashMap<>();
    private final List<Consumer<SharedEntry>> listeners = new ArrayList<>();
    private Set<String> members = Set.of();
    private Optional<ReplicatedMap<String, byte[]>> map = Optional.empty();

    SharedState(String node) {
        this.node = node;
    }

    /** The cluster is there. Not on one of its threads. */
    void begin(HazelcastInstance hazelcast) {
        ReplicatedMap<String, byte[]> all = hazelcast.getReplicatedMap(GridConfig.SHARED);
        synchronized (this) {
            map = Optional.of(all);
        }
        all.addEntryListener(
                new EntryAdapter<String, byte[]>() {
                    @Override
                    public void onEntryEvent(EntryEvent<String, byte[]> event) {
                        if (event.getValue() != null) {
                            heard(event.getKey(), event.getValue());
                        }
                    }
                });
        again(hazelcast);
    }

    /** Members came, went or merged: all is read and the own entries are written anew. */
    void again(HazelcastInstance hazelcast) {
        Optional<ReplicatedMap<String, byte[]>> all;
        synchronized (this) {
            all = map;
        }
        present(names(hazelcast));
        all.ifPresent(entries -> Map.copyOf(entries).forEach(this::heard));
        write(all, own());
    }

    static Set<String> names(HazelcastInstance hazelcast) {
        Set<String> names = new TreeSet<>();
        for (Member member : hazelcast.getCluster().getMembers()) {
            Optional.ofNullable(member.getAttribute(GridConfig.NODE)).ifPresent(names::add);
        }
        return names;
    }

    private synchronized List<SharedEntry> own() {
        return known.values().stream().filter(entry -> entry.owner().equals(node)).toList();
    }

    private static void write(
            Optional<ReplicatedMap<String, byte[]>> map, List<SharedEntry> entries) {
        map.ifPresent(all -> entries.forEach(entry -> all.put(entry.key(), entry.value())));
    }

    SharedEntry say(String kind, String id, byte[] bytes) {
        SharedEntry said =
                new SharedEntry(node, kind, id, 1, SharedEntry.Presence.HERE, bytes.clone());
        synchronized (this) {
            SharedEntry before = known.get(said.key());
            SharedEntry next = before == null ? said : said.with(before.number() + 1);
            known.put(next.key(), next);
            return next;
        }
    }

    /** Puts what was said into the map, if there is one; may block. */
    void write(SharedEntry entry) {
        Optional<ReplicatedMap<String, byte[]>> all;
        SharedEntry latest;
        synchronized (this) {
            all = map;
            latest = known.getOrDefault(entry.key(), entry);
        }
        write(all, List.of(latest));
    }

    private void heard(String key, byte[] value) {
        try {
            SharedEntry entry = SharedEntry.of(key, value);
            if (entry.owner().equals(node)) {
                outnumber(entry);
            } else {
                take(entry);
            }
        } catch (IOException stranger) {
            JOURNAL.log(Level.WARNING, stranger.getMessage());
        }
    }

    /** Someone holds an older word of this node under a greater number. */
    private void outnumber(SharedEntry old) {
        SharedEntry mine;
        Optional<ReplicatedMap<String, byte[]>> all;
        synchronized (this) {
            SharedEntry now = known.get(old.key());
            if (now != null && now.number() >= old.number()) {
                return;
            }
            mine = now == null ? old : now.with(old.number() + 1);
            known.put(mine.key(), mine);
            all = now == null ? Optional.empty() : map;
        }
        write(all, List.of(mine));
    }

    private void take(SharedEntry entry) {
        SharedEntry told;
        List<Consumer<SharedEntry>> who;
        synchronized (this) {
            SharedEntry before = known.get(entry.key());
            if (before != null && before.number() >= entry.number()) {
                return;
            }
            told = entry.with(presence(entry.owner()));
            known.put(told.key(), told);
            who = List.copyOf(listeners);
        }
        who.forEach(listener -> listener.accept(told));
    }

    private void present(Set<String> names) {
        List<SharedEntry> changed = new ArrayList<>();
        List<Consumer<SharedEntry>> who;
        synchronized (this) {
            members = names;
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
        return owner.equals(node) || members.contains(owner)
                ? SharedEntry.Presence.HERE
                : SharedEntry.Presence.LEFT;
    }

    synchronized List<SharedEntry> all(String kind) {
        return known.values().stream().filter(entry -> entry.kind().equals(kind)).toList();
    }

    synchronized void listen(Consumer<SharedEntry> listener) {
        listeners.add(listener);
    }
}
