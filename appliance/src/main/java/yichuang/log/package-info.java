/**
 * The one durable order of a hall's commands.
 *
 * <p>The commonest task:
 *
 * <pre>{@code
 * CommandLog log = CommandLog.open(LogSettings.of(directory, "n1"), machine);
 * log.propose(command).thenAccept(result -> ...);   // durable, applied, on the log's thread
 * log.thread().execute(() -> ...);                   // read the machine, decide, propose
 * }</pre>
 *
 * <p>The idea: {@link yichuang.log.Machine} is a state machine of bytes; MicroRaft orders; the
 * store, the link and the thread are ours. Sees no other room. What a proposer may hear instead of
 * a result is {@link yichuang.log.LogUnavailable}.
 *
 * <p>One voter or several: {@link yichuang.log.Wire} is what carries their messages ({@code
 * RaftMessages} is the format), {@code Standing} who leads and who has caught up, {@link
 * yichuang.log.Membership} who takes part.
 *
 * <p>Where things are: {@code CommandLog} and {@code Healing} the life of the log, {@code RaftLife}
 * one life of MicroRaft, {@code UnderWay} and {@code Confirmations} what nobody has answered yet,
 * {@code Tail} what MicroRaft cannot compare, {@code DiskStore} the files, {@code Chain} where a
 * log ends and what is damage, {@code Mending} and {@code Recovery} the start, {@code EntryFormat},
 * {@code Snapshot}, {@code NodeFile} and {@code FileHeader} the formats. The ugly cases, with
 * figures: {@code docs/internals/log.md}.
 */
package yichuang.log;
