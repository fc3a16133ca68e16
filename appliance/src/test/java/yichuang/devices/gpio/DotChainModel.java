package yichuang.devices.gpio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chain of MAX7219 modules; the first hangs next to the controller. */
final class DotChainModel implements SpiOut {
    private static final int ROWS = 8;
    private final int[][] register;

    DotChainModel(int modules) {
        register = new int[modules][16];
        register[0][0xF] = 1; // whatever is in them after power-on
    }

    @Override
    public void send(byte[] bytes) {
        for (int module = 0; module < register.length; module++) {
            int at = bytes.length - 2 * (module + 1);
            if (at >= 0) {
                register[module][bytes[at] & 0xF] = bytes[at + 1] & 0xFF;
            }
        }
    }

    int intensity(int module) {
        return register[module][0xA];
    }

    /** {@return what shines, as somebody sees it who has the first module at this side} */
    List<String> seen(Max7219.First first) {
        List<String> seen = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<String> octets = new ArrayList<>();
            for (int[] module : register) {
                octets.add(octet(module, row));
            }
            if (first == Max7219.First.RIGHT) {
                Collections.reverse(octets);
            }
            seen.add(String.join("", octets));
        }
        return seen;
    }

    private static String octet(int[] module, int row) {
        boolean test = (module[0xF] & 1) == 1;
        boolean on = (module[0xC] & 1) == 1 && (module[0xB] & 7) >= row && module[0x9] == 0;
        int shines = test ? 0xFF : on ? module[1 + row] : 0;
        return Integer.toBinaryString(0x100 | shines)
                .substring(1)
                .replace('0', '.')
                .replace('1', '#');
    }
}
