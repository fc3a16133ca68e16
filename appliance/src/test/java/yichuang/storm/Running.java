package yichuang.storm;

import java.util.Optional;
import java.util.function.Supplier;
import yichuang.hall.Hall;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.log.CommandLog;

/** One life of a node's process, as one of the hall or as an island. */
final class Running {
    private final Leader leader;
    private final CommandLog log;
    private final OneThread thread;
    private final Supplier<Hall> hall;
    private final Optional<String> island;
    private final long lastAtStart;

    Running(
            Leader leader,
            CommandLog log,
            OneThread thread,
            Supplier<Hall> hall,
            Optional<String> island) {
        this.leader = leader;
        this.log = log;
        this.thread = thread;
        this.hall = hall;
        this.island = island;
        lastAtStart = log.state().lastIndex();
    }

    Leader leader() {
        return leader;
    }

    OneThread thread() {
        return thread;
    }

    CommandLog log() {
        return log;
    }

    Hall hall() {
        return hall.get();
    }

    /** {@return whether it serves alone} */
    boolean island() {
        return island.isPresent();
    }

    /** {@return the node, when it serves alone} */
    Optional<String> part() {
        return island;
    }

    private long known() {
        return Math.max(lastAtStart, log.state().committedIndex());
    }

    /**
     * {@return whether its copy of the hall has all that it ever knew of} The copy of a voter that
     * reads its log anew is as old as its last snapshot, until a leader has told it what was
     * agreed.
     */
    boolean isCurrent() {
        return leader.read(Reading::index).join() >= known();
    }
}
