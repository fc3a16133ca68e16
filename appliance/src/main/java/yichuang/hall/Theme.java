package yichuang.hall;

import java.util.List;

/**
 * Several items done in one visit 一件事.
 *
 * @param legs what every visit of this theme does, in this order
 * @param choices what the person may add or leave out at the kiosk (opinion §7), after the legs
 */
public record Theme(
        ThemeCode code,
        String name,
        String englishName,
        Audience audience,
        Order order,
        List<ItemCode> legs,
        List<Choice> choices,
        List<String> aliases) {
    public Theme {
        legs = List.copyOf(legs);
        choices = List.copyOf(choices);
        aliases = List.copyOf(aliases);
    }

    /** Whom a theme is for. */
    public enum Audience {
        ENTERPRISE,
        PERSON
    }

    /** Whether the legs follow one another or whichever window is free first takes its leg. */
    public enum Order {
        IN_ORDER,
        ANY_ORDER
    }

    /** An optional part; {@code chosen}: on unless the person says otherwise. */
    public record Choice(
            String id, String name, String englishName, List<ItemCode> items, boolean chosen) {
        public Choice {
            items = List.copyOf(items);
        }
    }
}
