/**
 * The hall in figures, now: for Prometheus and for the manager's page.
 *
 * <p>The one idea: {@link yichuang.metrics.HallMetrics} keeps its counters in step on the log's
 * thread, so that a scrape from another thread reads a few atomics and never the hall.
 *
 * <p>The commonest task: {@code rebuild(hall)} once recovery is over, then {@code happened} for
 * every entry; {@code live} answers the manager's page. What each figure means is written once, in
 * docs/reference/figures.md; figures of past days come from {@code records}.
 *
 * <p>It sees {@code hall} only.
 */
package yichuang.metrics;
