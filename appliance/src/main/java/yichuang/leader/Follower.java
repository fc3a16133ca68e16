package yichuang.leader;

import java.util.List;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;

/**
 * Who is told what happened in the hall. Called on the log's thread, after the disk has it: be
 * quick, never wait.
 */
public interface Follower {
    /** A command that was just committed; {@code events} is empty when the hall refused it. */
    void happened(Hall hall, long index, Entry entry, List<Event> events);

    /** Recovery is over, at the start or after a failed disk: take the hall as it is. */
    default void caughtUp(Hall hall, long index) {}

    /**
     * The hall was taken over whole, from this node's disk or from another node: what led to it up
     * to this index is not told, except where it was told before. Only for those who follow from
     * the start.
     */
    default void restored(long index) {}
}
