package yichuang.log;

import io.microraft.MembershipChangeMode;
import io.microraft.report.RaftGroupMembers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Who takes part in a log, and an administrator's acts that change it. Each act is an entry of the
 * log and goes one after the other; its future completes on the log's thread when a majority of the
 * <em>new</em> voters has it on disk.
 *
 * <p>To replace a dead voter: remove it, add its successor as a learner, wait until that follows,
 * promote it. A node that comes back under a removed voter's name needs an empty directory.
 *
 * <p>The futures fail with {@link LogUnavailable} on a node that does not lead, and with
 * MicroRaft's own words when the act makes no sense (who is to be removed is not there) or another
 * change is under way; then nothing has changed.
 */
public final class Membership {
    private final CommandLog log;

    Membership(CommandLog log) {
        this.log = log;
    }

    /** Adds a node that gets every entry and has no vote. */
    public CompletableFuture<Void> addLearner(NodeName node) {
        return change(node, MembershipChangeMode.ADD_LEARNER);
    }

    /** Gives a learner its vote. */
    public CompletableFuture<Void> promote(NodeName node) {
        return change(node, MembershipChangeMode.ADD_OR_PROMOTE_TO_FOLLOWER);
    }

    /** Takes a member out, dead or alive. */
    public CompletableFuture<Void> remove(NodeName node) {
        return change(node, MembershipChangeMode.REMOVE_MEMBER);
    }

    /**
     * Hands the leadership to another voter, for maintenance. Meanwhile new commands are refused as
     * {@code BUSY}, not written; what was under way is finished first.
     */
    public CompletableFuture<Void> transferLeadership(NodeName to) {
        return act(life -> life.transferLeadership(to));
    }

    /**
     * {@return up to which index each other member has the leader's log, as far as it has told}
     * Fails on a node that does not lead.
     */
    public CompletableFuture<Map<NodeName, Long>> reached() {
        CompletableFuture<Map<NodeName, Long>> told = new CompletableFuture<>();
        log.thread()
                .execute(
                        () -> {
                            try {
                                var unused =
                                        log.leading()
                                                .reached()
                                                .whenComplete(
                                                        (known, failure) -> {
                                                            if (failure == null) {
                                                                told.complete(known);
                                                            } else {
                                                                told.completeExceptionally(failure);
                                                            }
                                                        });
                            } catch (LogUnavailable refused) {
                                told.completeExceptionally(refused);
                            }
                        });
        return told;
    }

    private CompletableFuture<Void> change(NodeName node, MembershipChangeMode how) {
        return act(life -> life.change(node, how));
    }

    private <T> CompletableFuture<Void> act(Function<RaftLife, CompletableFuture<T>> act) {
        CompletableFuture<Void> acted = new CompletableFuture<>();
        log.thread()
                .execute(
                        () -> {
                            try {
                                var unused =
                                        act.apply(log.leading())
                                                .whenComplete(
                                                        (done, failure) -> {
                                                            if (failure == null) {
                                                                acted.complete(null);
                                                            } else {
                                                                acted.completeExceptionally(
                                                                        failure);
                                                            }
                                                        });
                            } catch (LogUnavailable refused) {
                                acted.completeExceptionally(refused);
                            }
                        });
        return acted;
    }

    /** {@return everybody who gets the log; empty while it starts} */
    public List<NodeName> members() {
        return of(members -> List.copyOf(Operations.names(members.getMembers())));
    }

    /** {@return those whose disks make a majority; empty while the log starts} */
    public List<NodeName> voters() {
        return of(members -> List.copyOf(Operations.names(members.getVotingMembers())));
    }

    private List<NodeName> of(Function<RaftGroupMembers, List<NodeName>> part) {
        Optional<RaftLife> life = log.life();
        return life.map(RaftLife::members).map(part).orElse(List.of());
    }
}
