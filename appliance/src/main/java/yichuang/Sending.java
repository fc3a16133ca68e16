package yichuang;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.access.Contacts;
import yichuang.evaluation.platform.Desk;
import yichuang.evaluation.platform.Platform;
import yichuang.evaluation.platform.Settings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.records.Outbox;
import yichuang.records.Records;

/**
 * The desk of the platform's sender: this node's hall, its rows, and who may read what is sealed.
 */
final class Sending implements Desk {
    private static final Logger LOG = Logger.getLogger(Sending.class.getName());
    private static final TokenId BY = new TokenId("platform");
    private static final int PATIENCE_SECONDS = 10;

    private final Leader leader;
    private final Nodes nodes;
    private final Records records;
    private final Contacts contacts;

    private Sending(Leader leader, Nodes nodes, Records records, Contacts contacts) {
        this.leader = leader;
        this.nodes = nodes;
        this.records = records;
        this.contacts = contacts;
    }

    /** {@return the sender, at work; none when the hall has no platform} */
    static Optional<Platform> start(
            Optional<Settings> settings,
            Leader leader,
            Nodes nodes,
            Records records,
            Contacts contacts) {
        Optional<Platform> platform =
                settings.map(
                        to ->
                                new Platform(
                                        to,
                                        new Sending(leader, nodes, records, contacts),
                                        InstantSource.system(),
                                        new SplittableRandom()));
        platform.ifPresent(Platform::start);
        return platform;
    }

    /** What an island writes comes home first: its letters are the hall's then. */
    @Override
    public boolean leads() {
        return leader.log().leading() && !nodes.isIsland();
    }

    @Override
    public Instant now() {
        return nodes.time().now();
    }

    @Override
    public Outbox outbox() {
        return records.outbox();
    }

    @Override
    public boolean settle(Command command) {
        try {
            Answer answer =
                    leader.ask(BY, Optional.empty(), command)
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer instanceof Answer.Refused refused) {
                LOG.log(Level.WARNING, "the platform''s answer was not noted: {0}", refused.why());
                return false;
            }
            long index = leader.read(Reading::index).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            records.awaitIndex(index).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException later) {
            LOG.log(Level.INFO, "the platform''s answer could not be noted yet: {0}", later);
            return false;
        }
    }

    @Override
    public Optional<String> unsealed(String sealed) {
        return contacts.opened(sealed);
    }
}
