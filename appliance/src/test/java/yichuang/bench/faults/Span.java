package yichuang.bench.faults;

/**
 * How long a fault was there.
 *
 * @param beginNanos when it was asked for, for instance by a signal
 * @param thereNanos when it was there for certain: what is sent from now on is sent into it
 * @param endNanos when it was taken away
 */
record Span(long beginNanos, long thereNanos, long endNanos) {}
