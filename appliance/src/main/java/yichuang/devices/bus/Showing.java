package yichuang.devices.bus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yichuang.devices.DeviceFault;

/**
 * Brings a picture onto a board: as texts, with the glyphs that it lacks; where its cache is too
 * small, dot by dot. It is shown when the board's CRC is that of the picture drawn here.
 */
final class Showing {
    private static final int ROUNDS_MAX = 6;
    private static final int CHUNK = 36;

    /** Frames in a row that may be lost before the others on the bus have their turn. */
    private static final int LOST_MAX = 8;

    private static final int FIRST = 1;
    private static final int LAST = 2;

    private final Talking talking;

    Showing(Talking talking) {
        this.talking = talking;
    }

    /** Shows what is wanted of the unit now. */
    void show(Unit unit) throws IOException, InterruptedException, DeviceFault {
        Identity board =
                unit.identity().orElseThrow(() -> new DeviceFault(DeviceFault.Kind.NO_ANSWER));
        List<Slot> slots = unit.wanted().orElseThrow().on(board.width(), board.height());
        unit.forgetShown();
        Picture picture = Picture.of(board.width(), board.height(), slots);
        if (slots.isEmpty()) {
            clear(unit, picture);
        } else if (!texts(unit, slots, picture)) {
            dots(unit, picture);
        }
    }

    private void clear(Unit unit, Picture picture)
            throws IOException, InterruptedException, DeviceFault {
        Reply reply = ask(unit, Ask.CLEAR, new byte[0]);
        if (!reply.done()) {
            throw new DeviceFault(DeviceFault.Kind.BROKEN);
        }
        unit.showed(picture.crc());
    }

    /** {@return whether the board shows it; else its cache is no help} */
    private boolean texts(Unit unit, List<Slot> slots, Picture picture)
            throws IOException, InterruptedException, DeviceFault {
        Octets payload = new Octets().u8(slots.size());
        slots.forEach(slot -> slot.addTo(payload));
        if (payload.length() > Frame.PAYLOAD_MAX) {
            return false;
        }
        boolean renewed = false;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Reply reply = ask(unit, Ask.SHOW, payload.done());
            switch (reply.status()) {
                case DONE -> {
                    if (reply.u16(0) == picture.crc()) {
                        unit.showed(picture.crc());
                        return true;
                    }
                    // A glyph in its cache is not what we sent: damage that a CRC let through.
                    if (renewed || !glyphs(unit, all(slots))) {
                        return false;
                    }
                    renewed = true;
                }
                case MISSING_GLYPHS -> {
                    if (!glyphs(unit, missing(reply))) {
                        return false;
                    }
                }
                case CACHE_FULL, TOO_WIDE, UNKNOWN_COMMAND, BAD_VALUE -> {
                    return false;
                }
                default -> throw new DeviceFault(DeviceFault.Kind.BROKEN);
            }
        }
        return false;
    }

    /** Sends a few of the glyphs that the next call will need. */
    void fill(Unit unit) throws IOException, InterruptedException {
        List<Integer> codes = unit.toFill();
        if (!codes.isEmpty() && tryTo(unit, Ask.GLYPHS, glyphs(codes)).isPresent()) {
            unit.filled(codes);
        }
    }

    private static byte[] glyphs(List<Integer> codes) {
        Octets payload = new Octets();
        codes.stream()
                .map(Glyphs::get)
                .forEach(glyph -> payload.u24(glyph.code()).u8(glyph.width()).bytes(glyph.rows()));
        return payload.done();
    }

    private static List<Integer> missing(Reply reply) {
        List<Integer> codes = new ArrayList<>();
        for (int at = 0; at + 3 <= reply.length(); at += 3) {
            codes.add(reply.u24(at));
        }
        return codes;
    }

    private static List<Integer> all(List<Slot> slots) {
        Set<Integer> codes = new LinkedHashSet<>();
        slots.forEach(
                slot ->
                        slot.text()
                                .codePoints()
                                .filter(code -> !Glyphs.onTheChip(code))
                                .forEach(codes::add));
        return List.copyOf(codes);
    }

    private boolean glyphs(Unit unit, List<Integer> codes)
            throws IOException, InterruptedException, DeviceFault {
        int from = 0;
        for (int lost = 0; from < codes.size() && lost <= LOST_MAX; ) {
            int until = Math.min(codes.size(), from + unit.pieces());
            Optional<Reply> reply = tryTo(unit, Ask.GLYPHS, glyphs(codes.subList(from, until)));
            if (reply.isEmpty()) {
                lost++;
            } else if (reply.get().done()) {
                from = until;
            } else {
                return false;
            }
        }
        if (from < codes.size()) {
            throw gone(unit);
        }
        return true;
    }

    private void dots(Unit unit, Picture picture)
            throws IOException, InterruptedException, DeviceFault {
        byte[] dots = picture.dots();
        int offset = 0;
        for (int lost = 0; offset < dots.length && lost <= LOST_MAX; ) {
            int end = Math.min(dots.length, offset + CHUNK * unit.pieces());
            boolean last = end == dots.length;
            Octets payload =
                    new Octets().u8((offset == 0 ? FIRST : 0) | (last ? LAST : 0)).u16(offset);
            if (last) {
                payload.u16(picture.crc());
            }
            payload.bytes(Arrays.copyOfRange(dots, offset, end));
            Optional<Reply> reply = tryTo(unit, Ask.BITMAP, payload.done());
            if (reply.isEmpty()) {
                lost++;
                continue;
            }
            offset =
                    switch (reply.get().status()) {
                        case DONE -> end;
                        case PICTURE_GAP -> Math.min(reply.get().u16(0), end);
                        case PICTURE_CRC -> 0;
                        default -> throw new DeviceFault(DeviceFault.Kind.BROKEN);
                    };
            lost += offset == end ? 0 : 1;
        }
        if (offset < dots.length) {
            throw gone(unit);
        }
        unit.showed(picture.crc());
    }

    private Reply ask(Unit unit, Ask ask, byte[] payload)
            throws IOException, InterruptedException, DeviceFault {
        return talking.ask(unit.address(), ask, payload, Talking.REPEATS_MAX)
                .orElseThrow(() -> gone(unit));
    }

    /** Sends a long frame; one that is lost makes the next ones shorter. */
    private Optional<Reply> tryTo(Unit unit, Ask ask, byte[] payload)
            throws IOException, InterruptedException {
        Optional<Reply> reply = talking.ask(unit.address(), ask, payload, 1);
        if (reply.isPresent()) {
            unit.frameArrived();
        } else {
            unit.frameLost();
        }
        return reply;
    }

    /** Its next poll tells whether it is. */
    private static DeviceFault gone(Unit unit) {
        unit.dueNow();
        return new DeviceFault(DeviceFault.Kind.NO_ANSWER);
    }
}
