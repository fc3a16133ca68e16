package yichuang.cluster.feed;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import yichuang.log.LogThread;

/** A voter as a satellite sees it; its log's own entries make gaps between its commands. */
final class Voter implements CopySource, AutoCloseable {
    final LogThread.Owned thread = LogThread.own("voter");
    final Counted machine;
    final Recent recent;
    private final FeedDesk desk;
    private long index;
    private volatile boolean gone;
    private volatile int asked;

    Voter(long epoch, Counted machine) {
        this.machine = machine;
        recent = new Recent(epoch);
        recent.leader(Optional.of("n1"), 1);
        desk = new FeedDesk(thread, machine, recent);
    }

    /** Commits a command; every third index is an entry of the log's own. */
    FeedEntry commit(String command) {
        index += index % 3 == 1 ? 2 : 1;
        byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
        long now = index;
        return CompletableFuture.supplyAsync(
                        () -> {
                            Object unused = machine.apply(now, bytes);
                            return recent.add(1, now, bytes);
                        },
                        thread)
                .join();
    }

    void leave() {
        gone = true;
    }

    void comeBack() {
        gone = false;
    }

    int asked() {
        return asked;
    }

    @Override
    public synchronized CompletionStage<byte[]> ask(byte[] question) {
        asked++;
        return gone
                ? CompletableFuture.failedFuture(new IllegalStateException("gone"))
                : desk.answer(question);
    }

    @Override
    public void close() {
        thread.end();
    }
}
