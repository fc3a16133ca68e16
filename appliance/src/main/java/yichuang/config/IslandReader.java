package yichuang.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.IslandSetup;
import yichuang.hall.NodeId;
import yichuang.hall.Series;
import yichuang.hall.WindowId;

/**
 * Reads {@code islands}: what each controller keeps going when it is cut off. A letter that another
 * series has would give two people one number; a window at two controllers would be worked by both.
 */
final class IslandReader {
    private final Furniture furniture;
    private final Problems problems;
    private final Map<String, At> windows = new LinkedHashMap<>();

    IslandReader(Furniture furniture, Problems problems) {
        this.furniture = furniture;
        this.problems = problems;
    }

    /**
     * {@return the islands in their order}
     *
     * @param letters every letter of the hall so far; takes those of the islands
     */
    List<IslandSetup> read(Yaml.Mapping hall, Register<Series> letters) {
        Register<NodeId> nodes = new Register<>("断网设置的控制器", "controller in islands", problems);
        List<IslandSetup> islands = new ArrayList<>();
        for (Yaml.Mapping island : hall.mappings("islands")) {
            Yaml.Text node = island.text("node");
            Yaml.Text letter = island.text("series");
            nodes.declare(node.at(), node.value(), new NodeId(node.value()));
            letters.declare(letter.at(), letter.value(), new Series(letter.value(), node.value()));
            List<WindowId> own = new ArrayList<>();
            island.texts("windows").forEach(window -> take(window, own));
            islands.add(new IslandSetup(new NodeId(node.value()), letter.value(), own));
        }
        return islands;
    }

    private void take(Yaml.Text window, List<WindowId> own) {
        furniture
                .spots()
                .find(window.at(), window.value())
                .ifPresent(
                        spot -> {
                            boolean serves =
                                    spot.kind() == Furniture.Spot.Kind.WINDOW
                                            || spot.kind() == Furniture.Spot.Kind.TERMINAL;
                            if (serves) {
                                once(window, own);
                            } else {
                                problems.add(
                                        window.at(),
                                        "“" + window.value() + "”不是窗口或终端。删去它。",
                                        "\""
                                                + window.value()
                                                + "\" is no window or terminal. Remove it.");
                            }
                        });
    }

    private void once(Yaml.Text window, List<WindowId> own) {
        At first = windows.putIfAbsent(window.value(), window.at());
        if (first == null) {
            own.add(new WindowId(window.value()));
        } else {
            problems.add(
                    window.at(),
                    "“" + window.value() + "”已在第 " + first.line() + " 行归了一台控制器。一个窗口只归一台，删去一处。",
                    "\""
                            + window.value()
                            + "\" hangs on a controller already, see line "
                            + first.line()
                            + ". A window hangs on one; remove the other.");
        }
    }
}
