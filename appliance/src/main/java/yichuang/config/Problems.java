package yichuang.config;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong, so that a person sees all of it at once and not one thing a run. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(At at, String chinese, String english) {
        found.add(new Problem(at.file(), at.line(), chinese, english));
    }

    /** {@return how many there are so far; a step compares two counts to know if it went well} */
    int count() {
        return found.size();
    }

    void refuseAny() throws ConfigErrors {
        if (!found.isEmpty()) {
            throw new ConfigErrors(List.copyOf(new TreeSet<>(found)));
        }
    }
}
