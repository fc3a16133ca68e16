package yichuang.evaluation.platform;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import yichuang.evaluation.sending.Rounds;
import yichuang.evaluation.sending.Verdict;
import yichuang.evaluation.sending.Wire;

/** The sender on a thread of its own, from {@link #start} until it is closed. */
public final class Platform implements AutoCloseable {
    private final Settings settings;
    private final Sender sender;
    private final Rounds rounds;

    /**
     * Nothing is sent before {@link #start}.
     *
     * @param wall this machine's clock, never a test clock: the platform would refuse it
     */
    public Platform(Settings settings, Desk desk, InstantSource wall, RandomGenerator random) {
        this.settings = settings;
        Wire wire = new Wire();
        PlatformTime time = new PlatformTime(wall);
        Post post = new Post(settings, time, wire);
        this.sender = new Sender(settings, desk, what -> send(post, what), time, random);
        this.rounds = new Rounds("platform", sender::pass, wire);
    }

    public void start() {
        rounds.start();
    }

    public Settings settings() {
        return settings;
    }

    /** {@return how the sending goes} */
    public Standing standing() {
        return sender.standing();
    }

    private Verdict send(Post post, Sender.MessagesOf what) {
        try {
            return post.send(what.form(), what.messages());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Verdict.Later("this controller stops", Optional.empty());
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
