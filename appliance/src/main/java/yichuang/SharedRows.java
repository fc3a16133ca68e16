package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import yichuang.cluster.Errand;
import yichuang.hall.NodeRole;
import yichuang.records.Lenders;
import yichuang.records.Records;

/**
 * The rows of the records among voters: what is missing here is asked of the others over the link,
 * and they are lent what is here. A satellite keeps no records and is lent none: a kiosk that is
 * carried off must not have read what others wrote.
 */
final class SharedRows implements Lenders {
    /** For a page over a poor net, and for a lender that first writes what it was told. */
    private static final Duration DEADLINE = Duration.ofMillis(4_500);

    private final Neighbours neighbours;
    private final Vertx vertx;
    private volatile Optional<Kept> kept = Optional.empty();

    /** The records here, and how far the log is that they follow. */
    private record Kept(Records records, LongSupplier heldUpTo) {}

    SharedRows(Neighbours neighbours, Vertx vertx) {
        this.neighbours = neighbours;
        this.vertx = vertx;
    }

    @Override
    public boolean any() {
        return neighbours.voters().stream().anyMatch(name -> !name.equals(neighbours.self()));
    }

    @Override
    public List<String> reached() {
        return neighbours.voters().stream()
                .filter(name -> !name.equals(neighbours.self()) && neighbours.reaches(name))
                .toList();
    }

    @Override
    public CompletionStage<byte[]> ask(String lender, byte[] question) {
        return neighbours
                .send(lender, new Errand.Rows(Buffer.buffer(question)), DEADLINE)
                .toCompletionStage();
    }

    /**
     * From now on others are lent rows.
     *
     * @param heldUpTo index up to which the log has told the records everything
     */
    void lend(Records records, LongSupplier heldUpTo) {
        kept = Optional.of(new Kept(records, heldUpTo));
    }

    /** Answers another voter. */
    Future<byte[]> answer(String from, Errand.Rows rows) {
        boolean voter =
                neighbours.roster().stream()
                        .anyMatch(
                                node ->
                                        node.id().value().equals(from)
                                                && node.role() == NodeRole.VOTER);
        if (!voter || kept.isEmpty()) {
            return Future.failedFuture("no rows are lent to " + from + " here");
        }
        Kept here = kept.get();
        return vertx.executeBlocking(
                () -> here.records().lend(rows.question().getBytes(), here.heldUpTo().getAsLong()),
                false);
    }
}
