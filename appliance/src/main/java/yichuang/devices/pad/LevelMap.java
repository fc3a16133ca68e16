package yichuang.devices.pad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which level each rating key of a pad is, as data: pads count their keys from 0 to 3, from 1 to 5,
 * or in the order of their own labels.
 */
final class LevelMap {
    /** {@code key=level}. */
    static final String FORM = "[0-9]=[1-5]";

    /** Four keys, best first: 非常满意, 满意, 基本满意, 不满意. */
    static final List<String> FOUR_KEYS = List.of("0=5", "1=4", "2=3", "3=2");

    private LevelMap() {}

    static Map<Integer, Integer> of(List<String> entries) {
        Map<Integer, Integer> levels = new LinkedHashMap<>();
        for (String entry : entries) {
            levels.put(entry.charAt(0) - '0', entry.charAt(2) - '0');
        }
        return levels;
    }

    /** {@return whether no key and no level is there twice} */
    static boolean isClear(List<String> entries) {
        Map<Integer, Integer> levels = of(entries);
        return levels.size() == entries.size()
                && levels.values().stream().distinct().count() == entries.size();
    }
}
