package yichuang.devices.onbon;

import java.util.ArrayList;
import java.util.List;
import yichuang.devices.bus.Octets;
import yichuang.devices.bus.Still;

/**
 * The command that fills our dynamic area, alone on the screen: programmes that are stored in the
 * controller rest meanwhile. Manuals, section 5.4.1. Lengths count what stands behind them.
 */
final class AreaUpdate {
    static final int DARK_AFTER_SECONDS = 60;
    private static final int ANSWER = 1;
    private static final int GROUP = 0xA7;
    private static final int UPDATE = 0x00;
    private static final int AREA = 0;
    private static final int LOOP_THEN_DARK = 2;
    private static final int WITH_ALL_PROGRAMMES = 1;
    private static final int AT_ONCE = 1;
    private static final int PICTURES = 0x10;
    private static final int STATIC = 1;
    private static final int SPEED = 1;
    private static final int MILLIS_PER_UNIT = 10;
    private static final int FIFTH_RESERVED = 4;
    private static final int SIXTH_RESERVED = 9;
    private static final int SIXTH_AREA_RESERVED = 5;

    private AreaUpdate() {}

    static byte[] of(Panel panel, List<Still> stills) {
        Octets area = head(panel);
        switch (panel.generation()) {
            case FIFTH -> fifth(area, panel, stills);
            case SIXTH -> sixth(area, panel, stills);
        }
        Octets command = new Octets().u8(ANSWER).u8(GROUP).u8(UPDATE).u16(0);
        if (panel.generation() == Model.Generation.SIXTH) {
            command.u16(1);
        }
        return command.u32(area.length()).bytes(area.done()).done();
    }

    private static Octets head(Panel panel) {
        return new Octets()
                .u8(AREA)
                .u8(LOOP_THEN_DARK)
                .u16(DARK_AFTER_SECONDS)
                .u8(WITH_ALL_PROGRAMMES)
                .u16(0)
                .u8(AT_ONCE)
                .u32(0)
                .u8(PICTURES)
                .u16(panel.x())
                .u16(panel.y())
                .u16(panel.width())
                .u16(panel.height())
                .u8(0); // no frame
    }

    private static void fifth(Octets area, Panel panel, List<Still> stills) {
        area.u16(stills.size());
        for (Still still : stills) {
            Octets page = page(panel, still, FIFTH_RESERVED).bytes(Dots.of(still, panel));
            area.u32(page.length()).bytes(page.done());
        }
    }

    /** All pages first, then all dots. */
    private static void sixth(Octets area, Panel panel, List<Still> stills) {
        area.u8(0).u8(0).u8(0); // no background
        area.u8(0); // no sound
        area.bytes(new byte[SIXTH_AREA_RESERVED]).u16(stills.size());
        List<byte[]> pictures = new ArrayList<>();
        int offset = 0;
        for (Still still : stills) {
            byte[] dots = Dots.of(still, panel);
            Octets page = page(panel, still, SIXTH_RESERVED).u32(offset).u32(dots.length);
            area.u32(page.length()).bytes(page.done());
            pictures.add(dots);
            offset += dots.length;
        }
        pictures.forEach(area::bytes);
    }

    private static Octets page(Panel panel, Still still, int reserved) {
        return new Octets()
                .u8(0) // a picture
                .u8(STATIC)
                .u8(0)
                .u8(SPEED)
                .u16(still.millis() / MILLIS_PER_UNIT)
                .u8(0)
                .u16(panel.width())
                .bytes(new byte[reserved]);
    }
}
