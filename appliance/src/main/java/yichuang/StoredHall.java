package yichuang;

import java.io.IOException;
import java.nio.file.Path;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.codec.Codec;
import yichuang.log.EndedLog;
import yichuang.log.Machine;

/** The hall as a directory's log has it, read without opening that log. */
final class StoredHall implements Machine {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    private final Ear ear;
    private Hall hall = new Hall();

    /** Hears each command, with what the hall said and how it is then. */
    @FunctionalInterface
    interface Ear {
        void heard(Hall hall, Entry entry, Answer answer);
    }

    private StoredHall(Ear ear) {
        this.ear = ear;
    }

    /** A hall and the index of the last command in it. */
    record Read(Hall hall, long index) {}

    /** {@return the hall at the end of the log} Of several voters that may be more than agreed. */
    static Read newest(Path log) throws IOException {
        StoredHall stored = new StoredHall((hall, entry, answer) -> {});
        long index = EndedLog.replay(log, stored, Long.MAX_VALUE);
        return new Read(stored.hall, index);
    }

    /** {@return the hall as it was at an index of which there is a snapshot} */
    static Hall at(Path log, long index) throws IOException {
        StoredHall stored = new StoredHall((hall, entry, answer) -> {});
        long unused = EndedLog.replay(log, stored, index, index);
        return stored.hall;
    }

    /** Tells every command after such an index, with what the hall said. */
    static void tell(Path log, long after, Ear ear) throws IOException {
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
