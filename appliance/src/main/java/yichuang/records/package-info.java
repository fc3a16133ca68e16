/**
 * What happened, in SQL: history, reports, audit trail.
 *
 * <p>The one idea: a projection. {@link yichuang.records.Records#happened} takes every applied
 * entry of the log; one thread turns entries into rows and commits them together with the log
 * index, so a restart goes on exactly where it stopped and nothing is doubled. The log carries the
 * promise, H2 the answers.
 *
 * <p>The commonest task: {@link yichuang.records.Records#open}, {@code happened} from the log's
 * thread, then {@link yichuang.records.Records#history} and {@link
 * yichuang.records.Records#reports}.
 *
 * <p>The ugly cases: a full disk or damaged file ({@code Writer}); rows that only another voter has
 * ({@code CatchUp}, {@code Lending}); an undo, transfer or changed item ({@code TicketRows}, {@code
 * Course}); a clock put right ({@code DayRows}); tampering ({@code TrailReading}). Docs:
 * internals/records.md, reference/figures.md.
 *
 * <p>It sees {@code hall} only.
 */
package yichuang.records;
