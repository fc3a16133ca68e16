package yichuang.cluster.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import yichuang.cluster.Link;

/**
 * Asks the voters over the link: the one that answered last as long as it answers, then the next
 * one that can be reached.
 */
public final class LinkSource implements CopySource {
    /** For 1 MiB over a poor net. */
    static final Duration DEADLINE = Duration.ofSeconds(3);

    private final Link link;
    private final Supplier<List<String>> voters;
    private final UnaryOperator<byte[]> envelope;
    private volatile Optional<String> last = Optional.empty();

    /**
     * @param voters who they are now, the preferred ones first; without this node
     * @param envelope puts a question into the form in which the voter's request handler knows it
     *     for one of the feed
     */
    public LinkSource(Link link, Supplier<List<String>> voters, UnaryOperator<byte[]> envelope) {
        this.link = link;
        this.voters = voters;
        this.envelope = envelope;
    }

    @Override
    public CompletionStage<byte[]> ask(byte[] question) {
        List<String> reached = voters.get().stream().filter(link::reaches).toList();
        Optional<String> voter =
                last.filter(reached::contains).or(() -> reached.stream().findFirst());
        last = voter;
        return voter.map(name -> ask(name, question))
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IllegalStateException("no voter can be reached")));
    }

    private CompletionStage<byte[]> ask(String voter, byte[] question) {
        return link.request(voter, envelope.apply(question), DEADLINE)
                .onFailure(_ -> last = after(voter))
                .toCompletionStage();
    }

    /** {@return who comes behind a voter, around the list} */
    private Optional<String> after(String voter) {
        List<String> all = voters.get().stream().filter(link::reaches).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get((all.indexOf(voter) + 1) % all.size()));
    }
}
