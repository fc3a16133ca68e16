package yichuang.log;

import io.microraft.RaftRole;
import io.microraft.report.RaftNodeReport;
import java.util.Optional;
import yichuang.log.LogState.Condition;

/**
 * Whether a node leads, whom it follows, and whether it has applied what it knows to be committed.
 * One per life of the Raft node, on the log's thread only.
 *
 * <p>An elected node does not lead at once: it may lack the news that its predecessor's last
 * commands are committed. Once its own term's first entry is applied, it lacks none.
 */
final class Standing {
    private static final long UNKNOWN = Long.MAX_VALUE;

    private Optional<NodeName> leader = Optional.empty();
    private RaftRole role = RaftRole.FOLLOWER;
    private int electedTerm;
    private long ownFirstIndex = UNKNOWN;
    private long applied;

    /** What the leader had committed when it first spoke. */
    private long behindUntil = UNKNOWN;

    private long committed;
    private boolean followerTold;
    private int leaderToldTerm;

    /** Takes over what Raft says of itself. */
    void reported(RaftNodeReport report) {
        leader = Optional.ofNullable((NodeName) report.getTerm().getLeaderEndpoint());
        role = report.getRole();
        if (role == RaftRole.LEADER && report.getTerm().getTerm() != electedTerm) {
            electedTerm = report.getTerm().getTerm();
            ownFirstIndex = report.getLog().getLastLogOrSnapshotIndex();
        }
    }

    /** {@return whether this index was waited for} */
    boolean applied(long index) {
        long before = applied;
        applied = Math.max(applied, index);
        return passes(ownFirstIndex, before) || passes(behindUntil, before);
    }

    private boolean passes(long mark, long before) {
        return before < mark && mark <= applied;
    }

    /**
     * A leader said how far the log is committed.
     *
     * @return whether this was its first word
     */
    boolean heard(long committedIndex) {
        boolean first = behindUntil == UNKNOWN;
        if (first) {
            behindUntil = committedIndex;
        }
        return first;
    }

    /** {@return whether it follows and has not yet reached what its leader had at first} */
    boolean isBehind() {
        return !followerTold;
    }

    /** Everything up to this index is committed and, between two messages, applied. */
    void committed(long index) {
        committed = Math.max(committed, index);
    }

    /** A leader's snapshot has replaced the state: behind again until it speaks. */
    void restored() {
        followerTold = false;
        behindUntil = UNKNOWN;
    }

    Condition condition() {
        if (role == RaftRole.LEADER) {
            return applied >= ownFirstIndex ? new Condition.Leading() : new Condition.NoLeader();
        }
        return leader.<Condition>map(name -> new Condition.Following(name.name()))
                .orElseGet(Condition.NoLeader::new);
    }

    /** {@return whether a condition is Raft's to say, not the disk's or a bug's} */
    static boolean decides(Condition condition) {
        return switch (condition) {
            case Condition.Starting starting -> true;
            case Condition.Leading leading -> true;
            case Condition.Following following -> true;
            case Condition.NoLeader nobody -> true;
            case Condition.ReadOnly why -> false;
            case Condition.Stopped why -> false;
            case Condition.Closed closed -> false;
        };
    }

    /** {@return whether the machine must be told that it has caught up; true once each time} */
    boolean takeCaughtUp() {
        if (condition() instanceof Condition.Leading) {
            boolean tell = leaderToldTerm != electedTerm;
            leaderToldTerm = electedTerm;
            followerTold = true;
            return tell;
        }
        boolean tell = !followerTold && Math.max(applied, committed) >= behindUntil;
        followerTold |= tell;
        return tell;
    }
}
