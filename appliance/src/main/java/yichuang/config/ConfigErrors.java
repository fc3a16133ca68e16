package yichuang.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration that no hall starts with, and everything that is wrong with it. Mend the files
 * and load again; nothing was changed.
 */
public final class ConfigErrors extends Exception {
    private final transient List<Problem> problems;

    ConfigErrors(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** {@return the problems by file and line; at least one} */
    public List<Problem> problems() {
        return problems;
    }
}
