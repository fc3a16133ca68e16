package yichuang.evaluation.platform;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What letters do not say, since it is the same for all of them.
 *
 * @param areaCode 行政区划, 12 digits
 * @param terms 办理时限 as the catalogue has it, by item code
 * @param values what the dialect asks each district for, for instance {@code dataSource}
 */
public record District(
        String areaCode, ZoneId zone, Map<String, String> terms, Map<String, String> values) {
    public District {
        terms = new TreeMap<>(terms);
        values = new TreeMap<>(values);
    }

    Optional<Term> findTerm(String item) {
        return Optional.ofNullable(terms.get(item)).map(Term::of);
    }
}
