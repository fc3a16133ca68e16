package yichuang.evaluation.gateway;

import java.util.random.RandomGenerator;
import yichuang.evaluation.sending.Rounds;
import yichuang.evaluation.sending.Wire;

/** The sender of links on a thread of its own, from {@link #start} until it is closed. */
public final class Gateway implements AutoCloseable {
    private final Settings settings;
    private final Inviter inviter;
    private final Rounds rounds;

    /** Nothing is sent before {@link #start}. */
    public Gateway(Settings settings, Desk desk, RandomGenerator random) {
        this.settings = settings;
        Wire wire = new Wire();
        this.inviter = new Inviter(settings, desk, new Post(settings, wire)::send, random);
        this.rounds = new Rounds("gateway", inviter::pass, wire);
    }

    public void start() {
        rounds.start();
    }

    public Settings settings() {
        return settings;
    }

    /** {@return how the sending goes} */
    public Standing standing() {
        return inviter.standing();
    }

    @Override
    public void close() {
        rounds.close();
    }
}
