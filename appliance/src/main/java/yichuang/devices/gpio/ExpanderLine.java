package yichuang.devices.gpio;

import java.util.List;
import yichuang.devices.driver.Claim;

/**
 * One line of an expander, written {@code 20.A3} in the devices file: the chip at address 0x20,
 * port A, line 3.
 *
 * @param bit 0–7 of port A, 8–15 of port B
 */
record ExpanderLine(int address, int bit) {
    /** What the devices file may say. */
    static final String PATTERN = "2[0-7]\\.[AB][0-7]";

    private static final int HEX = 16;
    private static final int PORT = 8;

    static ExpanderLine of(String written) {
        int address = Integer.parseInt(written.substring(0, 2), HEX);
        int port = written.charAt(3) == 'B' ? PORT : 0;
        return new ExpanderLine(address, port + written.charAt(4) - '0');
    }

    static List<ExpanderLine> all(List<String> written) {
        return written.stream().map(ExpanderLine::of).toList();
    }

    /** {@return whether a key may be tied to it} */
    boolean canBeInput() {
        return (Mcp23017.OUTPUTS_ONLY & 1 << bit) == 0;
    }

    Claim claim(String bus) {
        return new Claim("总线 " + bus + " 上扩展器的线 " + this, "line " + this + " of bus " + bus);
    }

    @Override
    public String toString() {
        return Integer.toString(address, HEX) + (bit < PORT ? ".A" : ".B") + bit % PORT;
    }
}
