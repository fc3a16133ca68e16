package yichuang.cluster.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The last commands that this voter applied, so that a satellite which missed a few needs no state.
 * A minute of a hall in a hurry fits; what is older is dropped.
 *
 * <p>Written on the log's thread; any thread may read.
 */
public final class Recent {
    static final int ENTRIES_MAX = 10_000;
    static final int BYTES_MAX = 8 << 20;

    private final Deque<FeedEntry> ring = new ArrayDeque<>();
    private int bytes;
    private long epoch;
    private long term;
    private long index;
    private Optional<String> leader = Optional.empty();

    /**
     * @param epoch of the hall; see {@link FeedEntry}
     */
    public Recent(long epoch) {
        this.epoch = epoch;
    }

    /**
     * Takes in a command that was just applied.
     *
     * @param term Raft's at this moment
     * @return the same with its place in the feed; if this node leads, it publishes it
     */
    public synchronized FeedEntry add(long term, long index, byte[] command) {
        FeedEntry entry = new FeedEntry(epoch, term, this.index, index, command);
        this.term = Math.max(this.term, term);
        this.index = index;
        ring.addLast(entry);
        bytes += entry.encodedBytes();
        while (ring.size() > ENTRIES_MAX || bytes > BYTES_MAX) {
            bytes -= ring.removeFirst().encodedBytes();
        }
        return entry;
    }

    /** The machine took over a state: what was before is not known here. */
    public synchronized void restored(long index) {
        ring.clear();
        bytes = 0;
        this.index = index;
    }

    /** The hall was taken over: from now on another epoch counts. */
    public synchronized void epoch(long epoch) {
        this.epoch = epoch;
        restored(index);
    }

    /** Says who leads, by what this node knows; nobody is an empty one. */
    public synchronized void leader(Optional<String> name, long term) {
        leader = name;
        this.term = Math.max(this.term, term);
    }

    /** {@return how far this voter is; the leader tells it once a second} */
    public synchronized FeedHead head() {
        return new FeedHead(epoch, term, index, leader);
    }

    /** {@return whether what came after a command is all here} */
    synchronized boolean covers(long after) {
        long from = ring.isEmpty() ? index : ring.peekFirst().after();
        return after >= from && after <= index;
    }

    /** {@return the commands after an index, the oldest first, at most so many bytes but one} */
    synchronized FeedAnswer after(long ofEpoch, long after, int bytesMax) {
        if (ofEpoch != epoch || (after < index && !covers(after))) {
            return new FeedAnswer.FetchState(head());
        }
        List<FeedEntry> found = new ArrayList<>();
        int room = bytesMax;
        for (FeedEntry entry : ring) {
            if (entry.index() > after) {
                room -= entry.encodedBytes();
                if (room < 0 && !found.isEmpty()) {
                    break;
                }
                found.add(entry);
            }
        }
        return new FeedAnswer.Entries(head(), found);
    }
}
