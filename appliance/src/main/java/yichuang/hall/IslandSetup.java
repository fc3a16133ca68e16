package yichuang.hall;

import java.util.List;

/**
 * What a controller keeps going when it is cut off from the others, as the hall is furnished.
 *
 * @param letter of the tickets it then gives; no other series of the hall has it
 * @param windows whose people and devices hang on this controller; each hangs on one at most
 */
public record IslandSetup(NodeId node, String letter, List<WindowId> windows) {
    public IslandSetup {
        windows = List.copyOf(windows);
    }
}
