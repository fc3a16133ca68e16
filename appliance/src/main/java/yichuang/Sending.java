package yichuang;

import java.net.URI;
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
import yichuang.access.Links;
import yichuang.evaluation.gateway.Gateway;
import yichuang.evaluation.platform.Platform;
import yichuang.hall.Answer;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.records.Invitations;
import yichuang.records.Outbox;
import yichuang.records.Records;

/**
 * The desk of a sender: this node's hall, its rows, who may read what is sealed, and where a
 * ticket's page is.
 */
final class Sending implements yichuang.evaluation.platform.Desk, yichuang.evaluation.gateway.Desk {
    private static final Logger LOG = Logger.getLogger(Sending.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final TokenId by;
    private final Rooms rooms;

    /**
     * What a sender needs of this node.
     *
     * @param publicUrl begins the address of a ticket's page
     */
    record Rooms(
            Leader leader,
            Nodes nodes,
            Records records,
            Contacts contacts,
            Links links,
            URI publicUrl) {}

    private Sending(String by, Rooms rooms) {
        this.by = new TokenId(by);
        this.rooms = rooms;
    }

    /** {@return the platform's sender, at work; none when the hall has no platform} */
    static Optional<Platform> platform(
            Optional<yichuang.evaluation.platform.Settings> settings, Rooms rooms) {
        Optional<Platform> platform =
                settings.map(
                        to ->
                                new Platform(
                                        to,
                                        new Sending("platform", rooms),
                                        InstantSource.system(),
                                        new SplittableRandom()));
        platform.ifPresent(Platform::start);
        return platform;
    }

    /** {@return the sender of links, at work; none when the hall has no gateway} */
    static Optional<Gateway> gateway(
            Optional<yichuang.evaluation.gateway.Settings> settings, Rooms rooms) {
        Optional<Gateway> gateway =
                settings.map(
                        to ->
                                new Gateway(
                                        to, new Sending("gateway", rooms), new SplittableRandom()));
        gateway.ifPresent(Gateway::start);
        return gateway;
    }

    /** What an island writes comes home first: its letters are the hall's then. */
    @Override
    public boolean leads() {
        return rooms.leader().log().leading() && !rooms.nodes().isIsland();
    }

    @Override
    public Instant now() {
        return rooms.nodes().time().now();
    }

    @Override
    public Outbox outbox() {
        return rooms.records().outbox();
    }

    @Override
    public Invitations invitations() {
        return rooms.records().invitations();
    }

    @Override
    public String link(TicketId ticket, Channel channel) {
        return rooms.publicUrl() + "/t/" + rooms.links().of(ticket) + "?c=" + channel.code();
    }

    @Override
    public String id(TicketId ticket) {
        return rooms.links().messageId(ticket);
    }

    @Override
    public boolean settle(Command command) {
        try {
            Answer answer =
                    rooms.leader()
                            .ask(by, Optional.empty(), command)
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer instanceof Answer.Refused refused) {
                LOG.log(
                        Level.WARNING,
                        "what became of a sending was not noted: {0}",
                        refused.why());
                return false;
            }
            long index =
                    rooms.leader().read(Reading::index).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            rooms.records().awaitIndex(index).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException later) {
            LOG.log(Level.INFO, "what became of a sending could not be noted yet: {0}", later);
            return false;
        }
    }

    @Override
    public Optional<String> unsealed(String sealed) {
        return rooms.contacts().opened(sealed);
    }
}
