package yichuang;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Epoch;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.codec.Codec;
import yichuang.log.EndedLog;
import yichuang.log.Machine;

/**
 * What a voter's log holds that the hall never heard of, because it went on without that voter: a
 * line of JSON for each command, so that a manager enters by hand what still counts. Numbers may
 * have been given twice: once there and once where the hall went on.
 */
final class LeftBehind implements Machine {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    private final long known;
    private final List<String> lines = new ArrayList<>();
    private Hall hall = new Hall();

    private LeftBehind(long known) {
        this.known = known;
    }

    /**
     * {@return the lines}
     *
     * @param log the directory of the voter's log
     * @param epoch in which the hall went on
     */
    static List<String> of(Path log, Epoch epoch) throws IOException {
        LeftBehind behind = new LeftBehind(epoch.index());
        long unused = EndedLog.replay(log, behind, epoch.index(), Long.MAX_VALUE);
        return List.copyOf(behind.lines);
    }

    @Override
    public Object apply(long index, byte[] command) {
        Entry entry = ENTRIES.decode(command);
        Answer answer = hall.apply(entry);
        if (index > known && answer instanceof Answer.Agreed agreed && !agreed.events().isEmpty()) {
            lines.add(line(index, entry, agreed.events()).encode());
        }
        return answer;
    }

    private JsonObject line(long index, Entry entry, List<Event> events) {
        ZoneId zone = hall.furnishing().zone();
        Facts facts = new Facts(hall);
        JsonObject line =
                new JsonObject()
                        .put("index", index)
                        .put(
                                "at",
                                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                        hall.at().atZone(zone)))
                        .put("what", entry.command().getClass().getSimpleName())
                        .put("by", entry.by().value());
        facts.number(events).ifPresent(number -> line.put("number", number));
        facts.of((Record) entry.command())
                .forEach(fact -> line.put(fact.getKey(), fact.getValue()));
        return line;
    }

    @Override
    public byte[] snapshot() {
        return new byte[0];
    }

    /** A state that holds more than the hall knew tells no longer what came when. */
    @Override
    public void restore(long index, byte[] state) {
        hall = state.length == 0 ? new Hall() : Hall.of(state);
        if (index > known) {
            lines.add(
                    new JsonObject()
                            .put("index", index)
                            .put("what", "Snapshot")
                            .put("missingFrom", known + 1)
                            .put("missingTo", index)
                            .encode());
        }
    }

    @Override
    public void caughtUp(long index) {}
}
