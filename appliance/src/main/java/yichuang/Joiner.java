package yichuang;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.Address;
import yichuang.cluster.JoinRefusal;
import yichuang.cluster.JoinRefused;
import yichuang.cluster.Joining;

/** The first start of a node that joins a hall; every later one finds that it has joined. */
final class Joiner {
    private static final Logger LOG = Logger.getLogger(Joiner.class.getName());
    private static final String JOINED = "membership";
    private static final String CAME = "joined";

    private static final int ROUNDS = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** What may be otherwise in a second, or at the next address. */
    private static final Set<JoinRefusal> PASSING =
            EnumSet.of(JoinRefusal.NOT_A_DOOR, JoinRefusal.TRY_AGAIN, JoinRefusal.NOT_PROVEN);

    private final Vertx vertx;
    private final Controller.Options options;
    private final Controller.Join join;

    private Joiner(Vertx vertx, Controller.Options options, Controller.Join join) {
        this.vertx = vertx;
        this.options = options;
        this.join = join;
    }

    /**
     * Joins, if it was asked and has not been done.
     *
     * @return whether this node once joined a hall, and did not found it
     * @throws IOException with a line for the person who started it
     */
    static boolean join(Vertx vertx, Controller.Options options) throws IOException {
        boolean member = Files.exists(options.data().resolve(JOINED));
        if (member || options.join().isEmpty()) {
            return Files.exists(options.data().resolve(CAME));
        }
        Joiner joiner = new Joiner(vertx, options, options.join().get());
        joiner.tryAll();
        Files.createFile(options.data().resolve(CAME));
        return true;
    }

    /** A voter that is just starting, or busy, or no voter, is not the end. */
    private void tryAll() throws IOException {
        IOException last = new IOException("--join names no controller");
        for (int round = 0; round < ROUNDS; round++) {
            for (Address voter : join.voters()) {
                try {
                    join(voter);
                    return;
                } catch (JoinRefused refused) {
                    last = new IOException(refused.getMessage(), refused);
                    if (!PASSING.contains(refused.why())) {
                        throw last;
                    }
                } catch (IOException unreached) {
                    last = unreached;
                }
                LOG.log(Level.INFO, "not joined yet: {0}", last.getMessage());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw last;
    }

    private void join(Address voter) throws IOException {
        Joining joining =
                new Joining(
                        voter,
                        join.code(),
                        options.node(),
                        Release.NAME,
                        join.role(),
                        options.at().port(),
                        options.data(),
                        options.key());
        try {
            var unused = joining.join(vertx).await();
        } catch (JoinRefused refused) {
            throw refused;
        } catch (Exception unreached) {
            String why = unreached.getMessage();
            throw new IOException(
                    "%s 连接不上：%s。请核对地址和网络。%n%s cannot be reached: %s. Check the address and the network."
                            .formatted(voter, why, voter, why),
                    unreached);
        }
    }
}
