package yichuang.leader;

import java.util.ArrayList;
import java.util.List;
import yichuang.dispatch.Dispatch;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.codec.Codec;
import yichuang.log.Machine;

/** The hall as the log knows it: bytes in, and everybody told who follows. */
final class HallMachine implements Machine {
    static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    private final Dispatch dispatch;
    private final List<Follower> always = new ArrayList<>();
    private final List<Follower> live = new ArrayList<>();
    private Hall hall = new Hall();
    private long index;
    private boolean caughtUp;

    HallMachine(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    Hall hall() {
        return hall;
    }

    long index() {
        return index;
    }

    void followAlways(Follower follower) {
        always.add(follower);
    }

    void followLive(Follower follower) {
        live.add(follower);
        if (caughtUp) {
            follower.caughtUp(hall, index);
        }
    }

    @Override
    public Object apply(long at, byte[] command) {
        Entry entry = ENTRIES.decode(command);
        Answer answer = hall.apply(entry);
        index = at;
        List<Event> events = answer instanceof Answer.Agreed agreed ? agreed.events() : List.of();
        always.forEach(follower -> follower.happened(hall, at, entry, events));
        if (caughtUp) {
            dispatch.follow(hall, events);
            live.forEach(follower -> follower.happened(hall, at, entry, events));
        }
        return answer;
    }

    @Override
    public byte[] snapshot() {
        return hall.snapshot();
    }

    @Override
    public void restore(long at, byte[] snapshot) {
        caughtUp = false;
        hall = snapshot.length == 0 ? new Hall() : Hall.of(snapshot);
        index = at;
        always.forEach(follower -> follower.restored(at));
    }

    @Override
    public void caughtUp(long at) {
        caughtUp = true;
        dispatch.rebuild(hall);
        always.forEach(follower -> follower.caughtUp(hall, at));
        live.forEach(follower -> follower.caughtUp(hall, at));
    }
}
