package yichuang.evaluation.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import yichuang.evaluation.sending.PlayedDesk;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Contact;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.TicketId;
import yichuang.hall.Why;
import yichuang.records.Invitations;
import yichuang.records.Story;

/** A desk with a real hall and real records behind it; the test turns its clock. */
final class GatewayHall extends PlayedDesk implements Desk {
    private int visits;

    GatewayHall(Path dir) {
        super(dir);
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

    Invitations.Counts counts() {
        return invitations().counts();
    }

    @Override
    public Invitations invitations() {
        return written().invitations();
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
    public Optional<String> unsealed(String sealed) {
        return Optional.of(sealed).filter(phone -> !phone.equals("lost"));
    }
}
