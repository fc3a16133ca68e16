package yichuang.config;

import java.util.Comparator;

/**
 * One thing wrong in the configuration: where, what, and what to do about it; Chinese first.
 *
 * @param file as given to the check, for instance {@code config/hall.yaml}
 * @param line counted from 1
 */
public record Problem(String file, int line, String chinese, String english)
        implements Comparable<Problem> {
    private static final Comparator<Problem> AS_READ =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparing(Problem::chinese);

    @Override
    public int compareTo(Problem other) {
        return AS_READ.compare(this, other);
    }

    /** {@return {@code file:line: what. what to do.}, and the same in English on a second line} */
    @Override
    public String toString() {
        return file + ":" + line + ": " + chinese + "\n    " + english;
    }
}
