package yichuang.bench;

/** One named figure, or a few that belong together. */
@FunctionalInterface
public interface Benchmark {
    /** Measures and returns what was measured; an exception means that nothing was. */
    Figures measure(Options options) throws Exception;
}
