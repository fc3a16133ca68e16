package yichuang.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Island;
import yichuang.hall.IslandBatches;
import yichuang.hall.IslandEntry;
import yichuang.hall.JoinedIsland;
import yichuang.hall.NodeId;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/** One attempt of a node to have whoever leads do some commands, one after the other. */
final class BringingHome {
    private static final TokenId BY = new TokenId("island");

    /** Some commands of the storm's people, so that most islands come home in several batches. */
    private static final int BATCH_BYTES_MAX = 4 << 10;

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Storm storm;
    private final Node node;
    private final Running running;
    private final NodeId self;
    private boolean over;
    private long unansweredAt;

    BringingHome(Storm storm, Node node, Running running) {
        this.storm = storm;
        this.node = node;
        this.running = running;
        self = new NodeId(node.name().name());
    }

    /** {@return whether nothing more comes of it, in that life of the process} */
    boolean isOver(Running now) {
        return over || now != running || storm.scheduler().now() > unansweredAt;
    }

    void begin(List<? extends Command> commands) {
        next(commands.iterator());
    }

    private void next(Iterator<? extends Command> rest) {
        if (!rest.hasNext()) {
            over = true;
            return;
        }
        unansweredAt = storm.scheduler().now() + DEADLINE.toNanos();
        storm.questions()
                .ownOf(node, running)
                .ask(
                        Requests.command(rest.next()),
                        BY,
                        Optional.empty(),
                        (answer, failure) -> {
                            if (failure != null || answer instanceof Answer.Refused) {
                                over = true;
                            } else {
                                next(rest);
                            }
                        });
    }

    /** {@return whether this node's copy of the hall has all of the island} */
    boolean isHome(Hall hall, long epoch, List<IslandEntry> entries) {
        return joined(hall, epoch) >= told(entries).getLast().sequence();
    }

    private long joined(Hall hall, long epoch) {
        Optional<JoinedIsland> island = hall.findIsland(self);
        long last = island.map(JoinedIsland::epoch).orElse(0L);
        return last > epoch ? Long.MAX_VALUE : last == epoch ? island.orElseThrow().sequence() : 0;
    }

    /** {@return what is to be asked so that the hall has it} */
    List<Command.JoinIsland> batches(Hall hall, long epoch, List<IslandEntry> entries) {
        long joined = joined(hall, epoch);
        List<IslandEntry> rest =
                told(entries).stream().filter(one -> one.sequence() > joined).toList();
        List<Command.JoinIsland> batches =
                new ArrayList<>(IslandBatches.of(self, epoch, rest, BATCH_BYTES_MAX));
        if (storm.plan().variant() == Variant.HEALING_TWICE) {
            storm.scheduler()
                    .after(storm.chance().about(10_000), () -> again(epoch + 1, told(entries)));
        }
        return batches;
    }

    private List<IslandEntry> told(List<IslandEntry> entries) {
        return storm.plan().variant() == Variant.HEALING_DROPS_A_TICKET
                ? withoutTheLast(entries)
                : entries;
    }

    /** As if nobody on the island had ever taken the last of its tickets. */
    private static List<IslandEntry> withoutTheLast(List<IslandEntry> entries) {
        Optional<TicketId> last =
                entries.stream()
                        .filter(one -> one.event() instanceof Event.TicketTaken)
                        .map(one -> ((Event.TicketTaken) one.event()).ticket().id())
                        .reduce((first, second) -> second);
        List<IslandEntry> kept = new ArrayList<>();
        for (IslandEntry one : entries) {
            boolean about =
                    one.event() instanceof Event.OfTicket event
                            && last.filter(event.ticket().id()::equals).isPresent();
            if (!about) {
                kept.add(
                        new IslandEntry(
                                kept.size() + 1L,
                                one.place(),
                                one.entry(),
                                one.event(),
                                one.receipt()));
            }
        }
        return kept;
    }

    /** The same once more, as if another island had done it. */
    private void again(long epoch, List<IslandEntry> entries) {
        if (!node.runs(running)) {
            return;
        }
        List<IslandEntry> copy = new ArrayList<>(entries);
        IslandEntry first = copy.getFirst();
        Island island = ((Event.IslandBegun) first.event()).island();
        copy.set(
                0,
                new IslandEntry(
                        1,
                        first.place(),
                        new Entry(
                                first.entry().at(),
                                first.entry().by(),
                                Optional.empty(),
                                first.entry().command()),
                        new Event.IslandBegun(
                                first.event().at(),
                                new Island(
                                        island.node(),
                                        epoch,
                                        island.since(),
                                        island.letter(),
                                        island.day(),
                                        island.given(),
                                        island.knew(),
                                        island.windows(),
                                        island.had(),
                                        island.sequence())),
                        first.receipt()));
        new BringingHome(storm, node, running)
                .begin(IslandBatches.of(self, epoch, copy, Integer.MAX_VALUE));
    }
}
