package yichuang.devices.bus;

import java.util.ArrayList;
import java.util.List;
import yichuang.devices.Face;
import yichuang.hall.WindowId;

/**
 * Lays a face out on a panel. A number is never cut and never moves: it is what people look for.
 * What stands beside it is shortened first, and moves only when nothing shorter says enough.
 */
final class FaceLayout {
    private static final int LINE = Glyphs.HEIGHT;
    private static final int LARGE = 2;
    private static final int SLOTS_MAX = 8;
    private static final int CHARACTERS_MAX = 15;

    /** What calls and rests are written with; a board has it before the first call needs it. */
    static final String USUAL = "请到办理中号窗口空闲暂停服务未开放";

    private final int width;
    private final int height;

    FaceLayout(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** {@return nothing for a dark panel} */
    List<Slot> of(Face face) {
        return switch (face) {
            case Face.Call call -> visitor(call.called(), "请到", call.at(), true);
            case Face.Serving serving -> visitor(serving.served(), "办理中", serving.at(), false);
            case Face.Resting resting -> resting(String.join("  ", resting.lines()));
            case Face.Calls calls -> calls(calls.calls());
            case Face.Blank blank -> List.of();
        };
    }

    private List<Slot> visitor(String number, String doing, WindowId window, boolean blink) {
        int large = Glyphs.width(number) * LARGE;
        if (height >= 2 * LARGE * LINE && large <= width) {
            return below(number, doing, window, blink);
        }
        if (height >= LARGE * LINE && large + 2 * LINE <= width) {
            int rest = width - large;
            return List.of(
                    Slot.of(0, 0, large, LARGE, Slot.Align.LEFT, blink, number),
                    line(large, 0, rest, doing),
                    line(large, LINE, rest, fitting(window, rest)));
        }
        int small = Glyphs.width(number);
        if (height >= 2 * LINE) {
            return List.of(
                    Slot.of(0, 0, width, 1, Slot.Align.CENTRE, blink, number),
                    line(0, LINE, width, fitting(window, width)));
        }
        int gap = LINE / 2;
        int rest = width - small - gap;
        return List.of(
                Slot.of(0, 0, small + gap, 1, Slot.Align.LEFT, blink, number),
                line(small + gap, 0, rest, fitting(window, rest)));
    }

    /** Number above, window below, both large. */
    private List<Slot> below(String number, String doing, WindowId window, boolean blink) {
        int top = (height - 2 * LARGE * LINE) / 2;
        String text = doing + window + "号窗口";
        int scale = Glyphs.width(text) * LARGE <= width ? LARGE : 1;
        return List.of(
                Slot.of(0, top, width, LARGE, Slot.Align.CENTRE, blink, number),
                Slot.of(0, top + LARGE * LINE, width, scale, Slot.Align.CENTRE, false, text));
    }

    private static String fitting(WindowId window, int room) {
        return List.of(window + "号窗口", window + "号窗", window + "号").stream()
                .filter(text -> Glyphs.width(text) <= room)
                .findFirst()
                .orElse(window + "号窗口");
    }

    private static Slot line(int x, int y, int width, String text) {
        return Slot.of(x, y, width, 1, Slot.Align.CENTRE, false, text);
    }

    private List<Slot> resting(String text) {
        String shown = bounded(text);
        int scale =
                height >= LARGE * LINE && Glyphs.width(Glyphs.showable(shown)) * LARGE <= width
                        ? LARGE
                        : 1;
        int top = (height - scale * LINE) / 2;
        return List.of(Slot.of(0, top, width, scale, Slot.Align.CENTRE, false, shown));
    }

    /** One call a line, newest on top and blinking. */
    private List<Slot> calls(List<Face.Calls.Line> calls) {
        List<Slot> slots = new ArrayList<>();
        int lines = Math.min(height / LINE, SLOTS_MAX / 2);
        int numbers = calls.stream().mapToInt(call -> Glyphs.width(call.number())).max().orElse(0);
        int left = numbers + LINE;
        for (Face.Calls.Line call : calls.subList(0, Math.min(lines, calls.size()))) {
            int y = slots.size() / 2 * LINE;
            slots.add(Slot.of(0, y, left, 1, Slot.Align.LEFT, slots.isEmpty(), call.number()));
            slots.add(
                    Slot.of(
                            left,
                            y,
                            width - left,
                            1,
                            Slot.Align.LEFT,
                            false,
                            bounded("请到 " + call.windowName())));
        }
        return slots;
    }

    /**
     * Four lines of this many characters fit a frame; a window's name is longer by mistake only.
     */
    private static String bounded(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS_MAX - 1)) + "…";
    }
}
