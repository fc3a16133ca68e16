package yichuang;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.Errand;
import yichuang.cluster.NodeIdentity;
import yichuang.cluster.Renewal;
import yichuang.cluster.RenewalDesk;
import yichuang.cluster.RequestFailed;
import yichuang.leader.HallClock;

/**
 * Renews this node's certificate in the second half of its life, and others' when they ask. Looked
 * at soon after the start and then once a day, by chance at other times on other nodes, and only by
 * a clock that can be trusted: a Pi that boots in the future would renew at each start.
 *
 * <p>The hall knows the new serial before the node has the certificate, and believes the one before
 * until the renewal after next; so power may be cut at any step. What was lost is renewed again.
 */
final class Renewals {
    private static final Logger LOG = Logger.getLogger(Renewals.class.getName());
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofHours(23);

    private static final Duration CHANGE_OVER_MAX = Duration.ofSeconds(8);
    private static final int LOOK_MILLIS = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(6);
    private static final Duration ANOTHERS_DEADLINE = Duration.ofSeconds(3);
    private static final int TRIES = 4;

    private final Neighbours neighbours;
    private final Leadership leadership;
    private final RosterBooks books;
    private final HallClock clock;
    private final Vertx vertx;
    private final InstantSource machine = InstantSource.system();
    private Future<Void> underWay = Future.succeededFuture();
    private Optional<String> key = Optional.empty();

    /**
     * @param clock says whether this machine's time can be trusted
     */
    Renewals(
            Neighbours neighbours,
            Leadership leadership,
            RosterBooks books,
            HallClock clock,
            Vertx vertx) {
        this.neighbours = neighbours;
        this.leadership = leadership;
        this.books = books;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** From now on this node looks after its certificate. */
    void begin() {
        lookIn(SOON);
    }

    /** Up to a third later by chance, so that a hall does not renew in step. */
    private void lookIn(Duration time) {
        long millis = time.toMillis();
        vertx.setTimer(millis + ThreadLocalRandom.current().nextLong(millis / 3), any -> look());
    }

    private void look() {
        boolean due =
                neighbours.identity().filter(one -> isDue(one, machine.instant())).isPresent();
        if (!due) {
            lookIn(DAILY);
        } else if (!clock.isTrusted()) {
            lookIn(AFTER_A_FAILURE);
        } else {
            renew().onComplete(done -> lookIn(done.succeeded() ? DAILY : AFTER_A_FAILURE));
        }
    }

    /** {@return whether a certificate is in the second half of its life} */
    static boolean isDue(NodeIdentity identity, Instant now) {
        return !now.isBefore(identity.renewFrom());
    }

    /** Has a node renew now, for an administrator; the same key asks for the same renewal. */
    Future<Void> at(String node, String asked) {
        if (node.equals(neighbours.self())) {
            return now(asked);
        }
        return neighbours.reaches(node)
                ? at(node, new Errand.Renew(asked), TRIES)
                : Future.failedFuture("it cannot be reached");
    }

    /** Connections may be changed over meanwhile; under the same key it is asked for once. */
    private Future<Void> at(String node, Errand.Renew errand, int tries) {
        return neighbours
                .send(node, errand, ANOTHERS_DEADLINE)
                .<Void>mapEmpty()
                .recover(
                        failure ->
                                tries > 1 && RequestFailed.isUnknown(failure)
                                        ? at(node, errand, tries - 1)
                                        : Future.failedFuture(failure));
    }

    /** Renews now, for an administrator; the same key asks for the same renewal. */
    Future<Void> now(String asked) {
        synchronized (this) {
            if (key.equals(Optional.of(asked))) {
                return underWay;
            }
            key = Optional.of(asked);
        }
        return renew();
    }

    private synchronized Future<Void> renew() {
        if (underWay.isComplete()) {
            underWay = renewed();
        }
        return underWay;
    }

    private Future<Void> renewed() {
        if (neighbours.identity().isEmpty()) {
            return Future.failedFuture("a hall of one needs no certificates");
        }
        return changedOver(machine.instant().plus(CHANGE_OVER_MAX))
                .compose(any -> new Renewal(neighbours.identity().orElseThrow()).by(this::signed))
                .compose(neighbours::renew)
                .onSuccess(any -> LOG.log(Level.INFO, "the certificate of this node is renewed"))
                .onFailure(
                        failure ->
                                LOG.log(
                                        Level.WARNING,
                                        "the certificate of this node is not renewed yet: {0}",
                                        failure.getMessage()));
    }

    /**
     * A second renewal revokes what connections may yet have been opened with; it waits for them.
     */
    private Future<Void> changedOver(Instant atLast) {
        return neighbours.link().changedOver() || machine.instant().isAfter(atLast)
                ? Future.succeededFuture()
                : vertx.timer(LOOK_MILLIS, MILLISECONDS).compose(any -> changedOver(atLast));
    }

    private Future<byte[]> signed(Errand.Sign errand) {
        return neighbours.hasAuthority() ? sign(neighbours.self(), errand) : ask(errand, voters());
    }

    /** Who leads first: its books are the newest. */
    private List<String> voters() {
        List<String> voters = new ArrayList<>(neighbours.voters());
        leadership.name().filter(voters::remove).ifPresent(leading -> voters.addFirst(leading));
        return voters.stream().filter(neighbours::reaches).toList();
    }

    private Future<byte[]> ask(Errand.Sign errand, List<String> voters) {
        if (voters.isEmpty()) {
            return Future.failedFuture("no voter can be reached");
        }
        return neighbours
                .send(voters.getFirst(), errand, DEADLINE)
                .recover(
                        failure ->
                                RequestFailed.isNotSent(failure)
                                        ? ask(errand, voters.subList(1, voters.size()))
                                        : Future.failedFuture(failure));
    }

    /** Signs for a node that asks, this one too. */
    Future<byte[]> sign(String from, Errand.Sign errand) {
        if (!neighbours.hasAuthority()) {
            return Future.failedFuture("this node cannot sign");
        }
        return vertx.executeBlocking(neighbours::signing, false)
                .compose(
                        authority -> new RenewalDesk(authority, books, machine).sign(from, errand));
    }
}
