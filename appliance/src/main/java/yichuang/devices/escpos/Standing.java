package yichuang.devices.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import yichuang.devices.DeviceFault;
import yichuang.devices.port.Deadline;
import yichuang.devices.port.Talk;

/**
 * How a printer is, in its own words: {@code DLE EOT n}, answered at once even while it has no
 * paper, and {@code GS r 1}, answered when all that was sent before it has been printed.
 *
 * @param fault what keeps it from printing
 * @param paper how much is left
 */
record Standing(Optional<DeviceFault.Kind> fault, Paper paper) {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int OFFLINE_CAUSE = 2;
    private static final int ROLL = 4;
    private static final int COVER_OPEN = 0x04;
    private static final int STOPPED_BY_PAPER = 0x20;
    private static final int ERROR = 0x40;
    private static final int ROLL_NEAR_END = 0x0C;
    private static final int ROLL_END = 0x60;
    private static final Duration ANSWER_MAX = Duration.ofMillis(500);

    private static final byte[] WHEN_PRINTED = {0x1D, 'r', 1};
    private static final int PRINTED_END = 0x0C;

    /** How much paper is on the roll. */
    enum Paper {
        ENOUGH,
        NEAR_END,
        NONE
    }

    /** Asks now. */
    static Standing ask(Talk talk) throws IOException, InterruptedException, DeviceFault {
        talk.forget();
        return of(answer(talk, OFFLINE_CAUSE), answer(talk, ROLL));
    }

    /** What the two bytes say; an open cover is named first, for it also looks like no paper. */
    static Standing of(int offlineCause, int roll) {
        Paper paper =
                (roll & ROLL_END) != 0
                        ? Paper.NONE
                        : (roll & ROLL_NEAR_END) != 0 ? Paper.NEAR_END : Paper.ENOUGH;
        if ((offlineCause & COVER_OPEN) != 0) {
            return new Standing(Optional.of(DeviceFault.Kind.COVER_OPEN), paper);
        }
        if (paper == Paper.NONE || (offlineCause & STOPPED_BY_PAPER) != 0) {
            return new Standing(Optional.of(DeviceFault.Kind.NO_PAPER), Paper.NONE);
        }
        if ((offlineCause & ERROR) != 0) {
            return new Standing(Optional.of(DeviceFault.Kind.BROKEN), paper);
        }
        return new Standing(Optional.empty(), paper);
    }

    void orFault() throws DeviceFault {
        if (fault.isPresent()) {
            throw new DeviceFault(fault.get());
        }
    }

    /**
     * Waits until everything that was sent has been printed.
     *
     * @return false when it has not said so in time
     * @throws DeviceFault NO_PAPER when the roll ended under the slip
     */
    static boolean printed(Talk talk, Deadline deadline)
            throws IOException, InterruptedException, DeviceFault {
        talk.forget();
        talk.say(WHEN_PRINTED, deadline.left());
        while (true) {
            OptionalInt heard = talk.hear(deadline.left());
            if (heard.isEmpty()) {
                return false;
            }
            if ((heard.getAsInt() & 0x90) == 0) {
                if ((heard.getAsInt() & PRINTED_END) != 0) {
                    throw new DeviceFault(DeviceFault.Kind.NO_PAPER);
                }
                return true;
            }
        }
    }

    /** Bytes that are no such answer are skipped: some printers also report unasked. */
    private static int answer(Talk talk, int question)
            throws IOException, InterruptedException, DeviceFault {
        Deadline deadline = new Deadline(ANSWER_MAX);
        talk.say(new byte[] {DLE, EOT, (byte) question}, deadline.left());
        while (true) {
            int heard =
                    talk.hear(deadline.left())
                            .orElseThrow(() -> new DeviceFault(DeviceFault.Kind.NO_ANSWER));
            if ((heard & 0x93) == 0x12) {
                return heard;
            }
        }
    }
}
