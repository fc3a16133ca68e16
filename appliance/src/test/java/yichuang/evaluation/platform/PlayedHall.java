package yichuang.evaluation.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;
import yichuang.records.Letter;
import yichuang.records.Outbox;
import yichuang.records.Records;
import yichuang.records.Story;

/** A desk with a real hall and real records behind it; the test turns its clock. */
final class PlayedHall implements Desk, AutoCloseable {
    private final Story story = Story.begins();
    private final Records records;
    private final List<Command> settled = new ArrayList<>();
    private Instant now = Story.NINE;
    private boolean leads = true;
    private boolean takesNothing;

    PlayedHall(Path dir) {
        records = Records.open(dir);
        story.goesInto(records);
        story.follow((entry, events) -> records.happened(story.lastIndex(), entry, events));
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

    List<Command> settled() {
        return settled;
    }

    Letter letter(String key) {
        records.awaitIndex(story.lastIndex()).join();
        return records.outbox().find(key).orElseThrow();
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
    public Outbox outbox() {
        records.awaitIndex(story.lastIndex()).join();
        return records.outbox();
    }

    @Override
    public boolean settle(Command command) {
        if (takesNothing) {
            return false;
        }
        settled.add(command);
        boolean agreed = story.say(command) instanceof Answer.Agreed;
        records.awaitIndex(story.lastIndex()).join();
        return agreed;
    }

    @Override
    public Optional<String> unsealed(String sealed) {
        return Optional.of(sealed);
    }

    @Override
    public void close() {
        records.close();
    }
}
