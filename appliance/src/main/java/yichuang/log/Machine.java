package yichuang.log;

/**
 * What the log orders: commands as bytes. The log knows nothing of tickets or windows; whoever
 * implements this gives the bytes their meaning.
 *
 * <p>One instance, touched only on the {@linkplain CommandLog#thread() log's thread}. The same
 * commands in the same order must lead to the same {@link #snapshot()} byte for byte, in another
 * JVM too: recovery depends on it.
 */
public interface Machine {

    /**
     * Applies one durable command.
     *
     * <p>After a start or a healed disk the machine is rebuilt, so an index may come again after
     * {@link #restore}; followers of what the machine says must skip the indices that they have.
     * Indices rise but are not without gaps: the log orders entries of its own, too.
     *
     * @param index place of the command in the log, from 1
     * @param command as it was proposed; not to be changed
     * @return what the proposer gets; never null
     * @throws RuntimeException only for a bug, never for a visitor's act: it ends the log until
     *     somebody installs a release that can apply this command
     */
    Object apply(long index, byte[] command);

    /** {@return the whole state, in a format whose version the machine itself keeps} */
    byte[] snapshot();

    /**
     * Forgets everything and takes over a state.
     *
     * @param index the last command that is in it; 0 means the state before the first command
     * @param snapshot as {@link #snapshot} returned it
     */
    void restore(long index, byte[] snapshot);

    /**
     * Everything known to be committed is applied: from now on {@link #apply} gets what happens
     * now. Comes on each node, not on the leader's alone:
     *
     * <ul>
     *   <li>each time it begins to lead, after its own term's first entry was applied; for a single
     *       voter that is each start and each healing;
     *   <li>on a follower once after each start, healing and {@link #restore}, when it has applied
     *       what the leader had committed when it first spoke. So its followers hear live events
     *       too, and hear this again should it lead later.
     * </ul>
     *
     * @param index last index applied
     */
    default void caughtUp(long index) {}
}
