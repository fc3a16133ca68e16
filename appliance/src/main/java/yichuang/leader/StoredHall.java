package yichuang.leader;

import java.io.IOException;
import java.nio.file.Path;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.codec.Codec;
import yichuang.log.EndedLog;
import yichuang.log.Machine;

/** The hall as a directory's log has it, read without opening that log. */
public final class StoredHall implements Machine {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    private final Ear ear;
    private Hall hall = new Hall();

    /** Hears each command, with what the hall said and how it is then. */
    @FunctionalInterface
    public interface Ear {
        void heard(Hall hall, Entry entry, Answer answer);
    }

    private StoredHall(Ear ear) {
        this.ear = ear;
    }

    /** A hall and the index of the last command in it. */
    public record Read(Hall hall, long index) {}

    /** {@return the hall up to an index} Of several voters the end may be more than was agreed. */
    public static Read upTo(Path log, long last) throws IOException {
        StoredHall stored = new StoredHall((hall, entry, answer) -> {});
        long index = EndedLog.replay(log, stored, last);
        return new Read(stored.hall, index);
    }

    /**
     * {@return the hall as it was agreed for certain}
     *
     * @param applied an index that this node had applied
     */
    public static Read agreed(Path log, long applied) throws IOException {
        return upTo(log, Math.max(applied, EndedLog.agreed(log)));
    }

    /** {@return the hall as it was at an index of which there is a snapshot} */
    public static Hall at(Path log, long index) throws IOException {
        StoredHall stored = new StoredHall((hall, entry, answer) -> {});
        long unused = EndedLog.replay(log, stored, index, index);
        return stored.hall;
    }

    /** Tells every command after such an index, with what the hall said. */
    public static void tell(Path log, long after, Ear ear) throws IOException {
        StoredHall stored = new StoredHall(ear);
        long unused = EndedLog.replay(log, stored, after, Long.MAX_VALUE);
    }

    @Override
    public Object apply(long index, byte[] command) {
        Entry entry = ENTRIES.decode(command);
        Answer answer = hall.apply(entry);
        ear.heard(hall, entry, answer);
        return answer;
    }

    @Override
    public byte[] snapshot() {
        return new byte[0];
    }

    @Override
    public void restore(long index, byte[] state) {
        hall = state.length == 0 ? new Hall() : Hall.of(state);
    }

    @Override
    public void caughtUp(long index) {}
}
