package yichuang.evaluation.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Contact;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.TicketId;
import yichuang.hall.Why;
import yichuang.records.Invitations;
import yichuang.records.Records;
import yichuang.records.Story;

/** A desk with a real hall and real records behind it; the test turns its clock. */
final class GatewayHall implements Desk, AutoCloseable {
    private final Story story = Story.begins();
    private final Records records;
    private Instant now = Story.NINE;
    private boolean leads = true;
    private boolean takesNothing;
    private int visits;

    GatewayHall(Path dir) {
        records = Records.open(dir);
        story.goesInto(records);
        story.follow((entry, events) -> records.happened(story.lastIndex(), entry, events));
    }

    /** A visit at window 1 by somebody who left this number, and agreed or not. */
    void serves(String ticket, String phone, boolean agreed) {
        TicketId id = new TicketId(ticket);
        story.agree(
                new Command.TakeTicket(
                        id,
                        List.of(Halls.SOCIAL),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        "zh",
                        Optional.of(
                                new Contact("p-" + ticket, Optional.of(phone), "138****", agreed)),
                        new Outlook(0, Optional.empty())));
        story.agree(new Command.Call(Story.ONE, id, 0, Why.byHand(Duration.ZERO)));
        story.serves(Story.ONE);
        visits++;
        story.agree(
                new Command.Finish(
                        Story.ONE,
                        new Outcome.Done(),
                        Optional.of("C" + visits),
                        Optional.empty(),
                        Optional.empty(),
                        0));
    }

    void says(Command command) {
        story.agree(command);
    }

    void later(Duration time) {
        now = now.plus(time);
        story.later(time.toSeconds());
    }

    void leads(boolean itDoes) {
        leads = itDoes;
    }

    /** As a log that lost its majority. */
    void takesNothing(boolean itDoes) {
        takesNothing = itDoes;
    }

    Invitations.Counts counts() {
        return invitations().counts();
    }

    @Override
    public boolean leads() {
        return leads;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Invitations invitations() {
        records.awaitIndex(story.lastIndex()).join();
        return records.invitations();
    }

    @Override
    public String link(TicketId ticket, Channel channel) {
        return "https://hall.example/t/" + ticket + "?c=" + channel.code();
    }

    @Override
    public String id(TicketId ticket) {
        return "id-" + ticket;
    }

    @Override
    public boolean settle(Command command) {
        if (takesNothing) {
            return false;
        }
        boolean agreed = story.say(command) instanceof Answer.Agreed;
        records.awaitIndex(story.lastIndex()).join();
        return agreed;
    }

    @Override
    public Optional<String> unsealed(String sealed) {
        return Optional.of(sealed).filter(phone -> !phone.equals("lost"));
    }

    @Override
    public void close() {
        records.close();
    }
}
