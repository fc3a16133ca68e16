/**
 * A whole day of the shipped hall, played over HTTP against the running appliance, and judged from
 * outside: {@code scripts/bench day}.
 *
 * <p>{@link yichuang.bench.day.DayPlan} makes the day from a seed before it begins: who comes when,
 * for what, and how each visit will go. {@link yichuang.bench.day.HallDay} lets it happen: a {@link
 * yichuang.bench.day.Visitor} for every visit, a {@link yichuang.bench.day.Clerk} at every window,
 * a {@link yichuang.bench.day.ShiftLead} who opens and closes windows as the load asks, and, with
 * {@code --kills}, somebody who pulls the plug. Everything that was asked and answered, and
 * everything the live stream said, goes into a {@link yichuang.bench.day.History}.
 *
 * <p>{@link yichuang.bench.day.Checker} then judges the history. It has a small model of its own
 * and shares no code with the hall: it would not repeat the hall's mistake.
 */
package yichuang.bench.day;
