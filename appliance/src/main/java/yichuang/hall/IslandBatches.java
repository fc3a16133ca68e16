package yichuang.hall;

import java.util.ArrayList;
import java.util.List;
import yichuang.hall.codec.Codec;

/** Cuts what happened on an island into commands that the log takes one at a time. */
public final class IslandBatches {
    private static final Codec<IslandEntry> ENTRIES = Codec.of(IslandEntry.class);

    private IslandBatches() {}

    /**
     * {@return the commands that bring the entries home, to be asked in this order}
     *
     * @param entries in their order; none missing
     * @param bytesMax of the entries of one command; a single one that is larger goes alone
     */
    public static List<Command.JoinIsland> of(
            NodeId node, long epoch, List<IslandEntry> entries, int bytesMax) {
        List<Command.JoinIsland> batches = new ArrayList<>();
        List<IslandEntry> batch = new ArrayList<>();
        int bytes = 0;
        for (IslandEntry entry : entries) {
            int size = ENTRIES.encode(entry).length;
            if (!batch.isEmpty() && bytes + size > bytesMax) {
                batches.add(new Command.JoinIsland(node, epoch, batch));
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(entry);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(new Command.JoinIsland(node, epoch, batch));
        }
        return batches;
    }
}
