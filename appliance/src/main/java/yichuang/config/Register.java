package yichuang.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The things of one kind that the configuration names, so that nothing is named twice and nothing
 * is named that is not there.
 */
final class Register<T> {
    private record Known<T>(At at, T thing) {}

    private final String chinese;
    private final String english;
    private final Problems problems;
    private final Map<String, Known<T>> known = new LinkedHashMap<>();

    /** A register of things called so, for instance {@code 窗口} and {@code window}. */
    Register(String chinese, String english, Problems problems) {
        this.chinese = chinese;
        this.english = english;
        this.problems = problems;
    }

    void declare(At at, String name, T thing) {
        Known<T> first = known.putIfAbsent(name, new Known<>(at, thing));
        if (first != null) {
            boolean here = first.at().file().equals(at.file());
            String there = first.at().file() + ":" + first.at().line();
            problems.add(
                    at,
                    chinese
                            + "“"
                            + name
                            + "”重复，第一次在"
                            + (here ? "第 " + first.at().line() + " 行" : " " + there)
                            + "。改名或删去一个。",
                    english
                            + " \""
                            + name
                            + "\" is there twice, first "
                            + (here ? "on line " + first.at().line() : "in " + there)
                            + ". Rename or remove one.");
        }
    }

    /** {@return the thing of that name; when there is none it is on the list of problems} */
    Optional<T> find(At at, String name) {
        if (!known.containsKey(name)) {
            problems.add(
                    at,
                    "没有叫“" + name + "”的" + chinese + "。" + Nearest.chinese(name, names()),
                    "No "
                            + english
                            + " is called \""
                            + name
                            + "\". "
                            + Nearest.english(name, names()));
        }
        return peek(name);
    }

    /** {@return the thing of that name, if there is one; nobody is told when there is none} */
    Optional<T> peek(String name) {
        return Optional.ofNullable(known.get(name)).map(Known::thing);
    }

    Collection<String> names() {
        return known.keySet();
    }

    List<T> all() {
        return known.values().stream().map(Known::thing).toList();
    }

    At whereIs(String name) {
        return known.get(name).at();
    }
}
