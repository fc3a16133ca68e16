package yichuang.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.Hall;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/**
 * For each kind of item, the windows that could take it now and every line they also take from.
 * Remembered until a window opens or closes or a line is added.
 */
final class Pools {
    private final Lines lines;
    private final Map<Kind, Pool> known = new HashMap<>();
    private int lineCount;

    /**
     * @param open how many of the windows are open; when none is, all with the skill stand for them
     */
    record Pool(List<WindowId> windows, int open, Map<Line, List<Factors>> rivals) {}

    /** What one window counts an item by, and the item of a rival. */
    record Factors(long own, long rival) {}

    Pools(Lines lines) {
        this.lines = lines;
    }

    void forget() {
        known.clear();
    }

    Pool of(Kind kind, Hall hall) {
        if (lineCount != lines.lineCount()) {
            known.clear();
            lineCount = lines.lineCount();
        }
        return known.computeIfAbsent(kind, one -> gathered(one, hall));
    }

    private Pool gathered(Kind kind, Hall hall) {
        List<Kind.Skill> open =
                kind.skills().stream().filter(skill -> isOpen(skill.window(), hall)).toList();
        List<Kind.Skill> skills = open.isEmpty() ? kind.skills() : open;
        Map<Line, List<Factors>> rivals = new LinkedHashMap<>();
        for (Kind.Skill skill : skills) {
            for (Lines.Offer offer : lines.offers(skill.window())) {
                List<Factors> factors =
                        rivals.computeIfAbsent(offer.line(), line -> new ArrayList<>(1));
                Factors here = new Factors(skill.factor(), offer.factor());
                if (!factors.contains(here)) {
                    factors.add(here);
                }
            }
        }
        return new Pool(skills.stream().map(Kind.Skill::window).toList(), open.size(), rivals);
    }

    static boolean isOpen(WindowId window, Hall hall) {
        return hall.refusesActs(window).isEmpty()
                && hall.findWindow(window)
                        .filter(one -> one.state() != Window.State.CLOSED)
                        .isPresent();
    }
}
