package yichuang.leader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.IslandEntry;
import yichuang.hall.IslandSetup;
import yichuang.hall.JoinedIsland;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.hall.codec.Codec;
import yichuang.log.LogLimits;
import yichuang.log.NextLog;

/**
 * The log of an island: how it begins from what its node knows of the hall, and what there is to
 * bring home of it.
 *
 * @param answer what the hall says to the beginning
 * @param epoch which of the node's islands it is
 * @param term of the last command of the hall that it begins from
 * @param index of that command
 * @param at when it begins
 * @param state of the hall then
 * @param first command of the log
 */
@SuppressWarnings("ArrayRecordComponent")
public record IslandLog(
        Answer answer, long epoch, int term, long index, Instant at, byte[] state, byte[] first) {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);
    private static final TokenId BY = new TokenId("island");

    /** {@return how it begins at a node that is running: from all that it has applied} */
    public static IslandLog from(Hall hall, NodeId self, int term, long index, Instant at) {
        return from(hall, self, term, index, at, List.of());
    }

    /**
     * {@return how it begins at a voter that came up without the others} What a voter has on its
     * disk may never have been agreed: a number from there could be somebody else's, and a ticket
     * at a window somewhere else. So the island begins from what was agreed for certain, and leaves
     * alone the windows at which something has happened since.
     *
     * @param hallsLog the directory of the hall's log, which nobody has open
     * @param agreed an index that this node is known to have applied
     * @param now the hall's time as far as this node knows
     */
    public static IslandLog from(Path hallsLog, long agreed, NodeId self, int term, Instant now)
            throws IOException {
        StoredHall.Read all = StoredHall.upTo(hallsLog, Long.MAX_VALUE);
        StoredHall.Read sure = StoredHall.agreed(hallsLog, agreed);
        Instant last = sure.hall().at();
        return from(
                sure.hall(),
                self,
                term,
                sure.index(),
                last.isAfter(now) ? last : now,
                unsure(sure.hall(), all.hall(), self));
    }

    private static IslandLog from(
            Hall hall, NodeId self, int term, long index, Instant at, List<WindowId> unsure) {
        long epoch = hall.findIsland(self).map(JoinedIsland::epoch).orElse(0L) + 1;
        Entry entry =
                new Entry(at, BY, Optional.empty(), new Command.BeginIsland(self, epoch, unsure));
        return new IslandLog(
                hall.check(entry), epoch, term, index, at, hall.snapshot(), ENTRIES.encode(entry));
    }

    private static List<WindowId> unsure(Hall sure, Hall all, NodeId self) {
        return sure
                .setup()
                .flatMap(setup -> setup.findIsland(self))
                .map(IslandSetup::windows)
                .orElse(List.of())
                .stream()
                .filter(window -> !turn(sure, window).equals(turn(all, window)))
                .toList();
    }

    private static Optional<Window.Turn> turn(Hall hall, WindowId window) {
        return hall.findWindow(window).flatMap(Window::turn);
    }

    /** Writes it; durable on return, and good for nothing before. */
    public void write(Path directory, String node, LogLimits limits) throws IOException {
        NextLog.make(directory, node, term, index, state, first, limits);
    }

    /**
     * {@return all that happened on an island, in its order}
     *
     * @param directory of its log; it may be open
     * @param from the index of the last command of the hall that it began from
     */
    public static List<IslandEntry> entries(Path directory, long from) throws IOException {
        List<IslandEntry> entries = new ArrayList<>();
        StoredHall.tell(
                directory,
                from,
                (hall, entry, answer) -> {
                    if (answer instanceof Answer.Agreed agreed) {
                        long last = hall.island().orElseThrow().sequence();
                        entries.addAll(IslandEntry.of(last, entry, agreed));
                    }
                });
        return entries;
    }
}
