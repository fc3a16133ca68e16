/**
 * The named figures of the appliance, each beside the bare limit measured in the same run on the
 * same file system: {@code scripts/bench NAME}.
 *
 * <p>A benchmark knows the appliance only from outside. {@link yichuang.bench.ServerProcess} starts
 * {@code scripts/run} as a child, {@link yichuang.bench.HttpConnection} talks to it, and {@link
 * yichuang.bench.Figures} prints what came out, last a single JSON object. Start with {@link
 * yichuang.bench.TicketBench}, the shortest one. The whole day has a package of its own, {@code
 * day}. How each is measured: {@code appliance/docs/internals/benchmarks.md}.
 *
 * <p>The one exception is {@code choose}, which times the policy without a process around it.
 */
package yichuang.bench;
