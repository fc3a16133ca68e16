package yichuang.evaluation.sending;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.records.Records;
import yichuang.records.Story;

/** A desk with a real hall and real records behind it; the test turns its clock. */
public abstract class PlayedDesk implements Desk, AutoCloseable {
    protected final Story story = Story.begins();
    private final Records records;
    private Instant now = Story.NINE;
    private boolean leads = true;
    private boolean takesNothing;

    protected PlayedDesk(Path dir) {
        records = Records.open(dir);
        story.goesInto(records);
        story.follow((entry, events) -> records.happened(story.lastIndex(), entry, events));
    }

    public void says(Command command) {
        story.agree(command);
    }

    public void later(Duration time) {
        now = now.plus(time);
        story.later(time.toSeconds());
    }

    public void leads(boolean itDoes) {
        leads = itDoes;
    }

    /** As a log that lost its majority. */
    public void takesNothing(boolean itDoes) {
        takesNothing = itDoes;
    }

    /** {@return the records, as far as the story} */
    protected Records written() {
        records.awaitIndex(story.lastIndex()).join();
        return records;
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
    public boolean settle(Command command) {
        if (takesNothing) {
            return false;
        }
        boolean agreed = story.say(command) instanceof Answer.Agreed;
        Records unused = written();
        return agreed;
    }

    @Override
    public void close() {
        records.close();
    }
}
