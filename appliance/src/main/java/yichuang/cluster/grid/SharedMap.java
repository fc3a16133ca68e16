package yichuang.cluster.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.EntryAdapter;
import com.hazelcast.core.EntryEvent;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.replicatedmap.ReplicatedMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Hazelcast's replicated map between what is said here and what is said elsewhere. */
final class SharedMap {
    private final HazelcastInstance hazelcast;
    private final Shared shared;
    private final ReplicatedMap<String, byte[]> map;

    SharedMap(HazelcastInstance hazelcast, Shared shared) {
        this.hazelcast = hazelcast;
        this.shared = shared;
        this.map = hazelcast.getReplicatedMap(GridConfig.SHARED);
    }

    /** Begins to hear; not on one of Hazelcast's threads. */
    void begin() {
        map.addEntryListener(
                new EntryAdapter<String, byte[]>() {
                    @Override
                    public void onEntryEvent(EntryEvent<String, byte[]> event) {
                        if (event.getValue() != null) {
                            shared.heard(event.getKey(), event.getValue());
                        }
                    }
                });
    }

    /** Members came, went or merged: all is read, and what this node wrote is written anew. */
    void again() {
        shared.present(names(hazelcast));
        Map.copyOf(map).forEach(shared::heard);
        shared.written().forEach(this::write);
    }

    /** May block. */
    void write(SharedEntry entry) {
        map.put(entry.key(), entry.value());
    }

    static Set<String> names(HazelcastInstance hazelcast) {
        Set<String> names = new TreeSet<>();
        for (Member member : hazelcast.getCluster().getMembers()) {
            Optional.ofNullable(member.getAttribute(GridConfig.NODE)).ifPresent(names::add);
        }
        return names;
    }
}
