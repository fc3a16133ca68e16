package yichuang.devices.pad;

import java.util.Arrays;
import java.util.function.Consumer;
import yichuang.devices.Caller;
import yichuang.devices.DeviceFault;
import yichuang.devices.Keys;

/**
 * The staff's part of a pad: its keys, and six digits, of which the last three are the ticket's.
 */
final class StaffPart implements Caller {
    private static final int NUMBERS = 0x02;
    private static final int BEEP = 0x03;
    private static final int DIGITS = 3;
    private static final int WAITING_MAX = 999;
    private static final byte BLANK = 0x0A;

    private final PadLine line;
    private final int address;
    private final Keys keys;
    private final Consumer<PadKey> listener = this::pressed;
    private Counter shown = Counter.NOBODY;

    StaffPart(PadLine line, int address, Keys keys) {
        this.line = line;
        this.address = address;
        this.keys = keys;
        line.listen(address, listener);
    }

    /** One beep says that the key was heard and the hall asked; the digits say what came of it. */
    private void pressed(PadKey key) {
        if (key instanceof PadKey.Staff staff) {
            var unused =
                    keys.press(staff.key().code())
                            .whenComplete(
                                    (press, lost) ->
                                            line.send(
                                                    PadLine.Sort.BEEP,
                                                    new PadFrame(address, BEEP)));
        }
    }

    @Override
    public void show(Counter counter) throws DeviceFault {
        shown = counter;
        line.send(PadLine.Sort.NUMBERS, digits(address, counter));
        line.check();
    }

    @Override
    public boolean showsWaiting() {
        return true;
    }

    static PadFrame digits(int address, Counter counter) {
        byte[] data = new byte[2 * DIGITS];
        Arrays.fill(data, BLANK);
        put("%03d".formatted(Math.min(WAITING_MAX, counter.waiting())), data, DIGITS);
        put(counter.number().orElse("").replaceAll("[^0-9]", ""), data, data.length);
        return new PadFrame(address, NUMBERS, data);
    }

    /** The last three of the digits, so that they end there. */
    private static void put(String digits, byte[] data, int end) {
        int count = Math.min(DIGITS, digits.length());
        for (int i = 1; i <= count; i++) {
            data[end - i] = (byte) (digits.charAt(digits.length() - i) - '0');
        }
    }

    /** A pad that was without power shows the right thing again. */
    @Override
    public void check() throws DeviceFault {
        show(shown);
    }

    @Override
    public void test() throws DeviceFault {
        line.send(PadLine.Sort.BEEP, new PadFrame(address, BEEP));
        line.check();
    }

    @Override
    public void close() {
        line.forget(address, listener);
    }
}
