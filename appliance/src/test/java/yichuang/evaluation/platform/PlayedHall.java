package yichuang.evaluation.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yichuang.evaluation.sending.PlayedDesk;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;
import yichuang.records.Letter;
import yichuang.records.Outbox;
import yichuang.records.Story;

/** A desk with a real hall and real records behind it; the test turns its clock. */
final class PlayedHall extends PlayedDesk implements Desk {
    PlayedHall(Path dir) {
        super(dir);
    }

    /** A visit at window 1, from the ticket to the end. */
    void serves(String ticket, String caseNumber) {
        story.takes(ticket, Halls.SOCIAL);
        story.calls(Story.ONE, ticket, 0);
        story.serves(Story.ONE);
        story.agree(
                new Command.Finish(
                        Story.ONE,
                        new Outcome.Done(),
                        Optional.of(caseNumber),
                        Optional.empty(),
                        Optional.empty(),
                        0));
    }

    void rates(String ticket, int level, Channel channel, List<String> reasons, String comment) {
        story.agree(
                new Command.Rate(
                        "rating-" + ticket,
                        new TicketId(ticket),
                        level,
                        channel,
                        reasons,
                        Optional.of(comment).filter(text -> !text.isEmpty()),
                        1,
                        Optional.empty()));
    }

    Letter letter(String key) {
        return written().outbox().find(key).orElseThrow();
    }

    @Override
    public Outbox outbox() {
        return written().outbox();
    }

    @Override
    public Optional<String> unsealed(String sealed) {
        return Optional.of(sealed);
    }
}
