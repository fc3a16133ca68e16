package yichuang.hall;

import java.util.List;

/**
 * A window as the hall is furnished: what it may take, not what it is doing (see {@link Window}).
 *
 * @param primary items it is there for
 * @param secondary items it takes when it can; the policy counts them less
 */
public record WindowSetup(
        WindowId id, String name, ZoneCode zone, List<ItemCode> primary, List<ItemCode> secondary) {
    public WindowSetup {
        primary = List.copyOf(primary);
        secondary = List.copyOf(secondary);
    }
}
