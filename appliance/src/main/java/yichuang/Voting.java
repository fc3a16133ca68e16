package yichuang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.hall.HallNode;
import yichuang.hall.NodeRole;
import yichuang.log.CommandLog;
import yichuang.log.Membership;
import yichuang.log.NodeName;

/**
 * Makes the voters of the log those of the hall's roster, one step at a time and only on the
 * leader. A new voter first gets the log; it votes once it has it, and never so that a hall of one
 * becomes one of two: two voters stop when either stops.
 */
final class Voting {
    private static final Logger LOG = Logger.getLogger(Voting.class.getName());

    /** A node that is so close gets the rest while it is given its vote. */
    private static final long CLOSE = 1_000;

    private final NodeName self;
    private final CommandLog log;
    private final Supplier<List<HallNode>> roster;
    private final Predicate<String> reaches;
    private boolean underWay;

    Voting(
            String self,
            CommandLog log,
            Supplier<List<HallNode>> roster,
            Predicate<String> reaches) {
        this.self = new NodeName(self);
        this.log = log;
        this.roster = roster;
        this.reaches = reaches;
    }

    /** The next step, if one is due; called about once a second, from one thread. */
    void step() {
        if (underWay || !log.state().leading()) {
            return;
        }
        List<NodeName> wanted =
                roster.get().stream()
                        .filter(node -> node.role() == NodeRole.VOTER)
                        .map(node -> new NodeName(node.id().value()))
                        .toList();
        if (wanted.isEmpty()) {
            return;
        }
        underWay = true;
        var unused =
                next(wanted)
                        .whenComplete(
                                (done, failure) -> {
                                    underWay = false;
                                    if (failure != null) {
                                        LOG.log(
                                                Level.FINE,
                                                "a change of the voters is tried again",
                                                failure);
                                    }
                                });
    }

    private CompletableFuture<Void> next(List<NodeName> wanted) {
        Membership membership = log.membership();
        List<NodeName> members = membership.members();
        Optional<NodeName> gone =
                members.stream().filter(member -> !wanted.contains(member)).findFirst();
        if (gone.isPresent()) {
            return gone.get().equals(self)
                    ? handOver(membership)
                    : said("{0} leaves the log", gone.get(), membership.remove(gone.get()));
        }
        Optional<NodeName> missing =
                wanted.stream().filter(one -> !members.contains(one)).findFirst();
        if (missing.isPresent()) {
            return said("{0} gets the log", missing.get(), membership.addLearner(missing.get()));
        }
        return membership.reached().thenCompose(reached -> promote(membership, reached));
    }

    private CompletableFuture<Void> promote(Membership membership, Map<NodeName, Long> reached) {
        List<NodeName> voters = membership.voters();
        List<NodeName> ready = new ArrayList<>(membership.members());
        ready.removeAll(voters);
        long last = log.state().lastIndex();
        ready.removeIf(
                one ->
                        !reaches.test(one.name())
                                || reached.getOrDefault(one, 0L) + CLOSE < last
                                || reached.getOrDefault(one, 0L) == 0);
        boolean odd = voters.size() % 2 == 1;
        if (ready.isEmpty() || (odd && ready.size() < 2)) {
            return CompletableFuture.completedFuture(null);
        }
        return said("{0} votes", ready.getFirst(), membership.promote(ready.getFirst()));
    }

    private CompletableFuture<Void> handOver(Membership membership) {
        return membership.voters().stream()
                .filter(voter -> !voter.equals(self) && reaches.test(voter.name()))
                .findFirst()
                .map(membership::transferLeadership)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private static CompletableFuture<Void> said(
            String what, NodeName who, CompletableFuture<Void> act) {
        return act.thenRun(() -> LOG.log(Level.INFO, what, who.name()));
    }
}
