package yichuang.hall;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several items done in one visit 一件事.
 *
 * @param legs what a visit of this theme does, in this order; those that belong to a choice only
 *     when it is made
 * @param choices what the person may add or leave out at the kiosk (opinion §7); an item that is
 *     not among the legs comes after them
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

    /** {@return the legs of a visit that makes these choices, in order, each once} */
    List<ItemCode> legsWith(List<Choice> made) {
        Set<ItemCode> items = new LinkedHashSet<>();
        for (ItemCode leg : legs) {
            boolean optional = choices.stream().anyMatch(choice -> choice.items().contains(leg));
            if (!optional || made.stream().anyMatch(choice -> choice.items().contains(leg))) {
                items.add(leg);
            }
        }
        made.forEach(choice -> items.addAll(choice.items()));
        return List.copyOf(items);
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
