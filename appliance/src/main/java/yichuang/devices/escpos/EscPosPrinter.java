package yichuang.devices.escpos;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;
import yichuang.devices.Printer;
import yichuang.devices.Slip;
import yichuang.devices.port.Deadline;
import yichuang.devices.port.Port;
import yichuang.devices.port.SilenceException;
import yichuang.devices.port.Talk;

/**
 * A receipt printer 小票打印机. Each act is a conversation of its own, so a printer that was switched
 * off, pulled out or taken over by another controller needs nothing but to be there again.
 *
 * <p>Nothing is sent to a printer that says it cannot print: then the slip has surely not come out.
 * Once a byte was taken and the printer has not confirmed, nobody knows: {@link
 * DeviceFault.Kind#UNSURE}, and the person is asked to look.
 */
public final class EscPosPrinter implements Printer {
    private static final Logger LOG = Logger.getLogger(EscPosPrinter.class.getName());

    private static final byte[] NOTHING = {};

    /** The line allows ten seconds: reaching it and asking how it is, before and after, take 3. */
    private static final Duration PRINT_MAX = Duration.ofSeconds(6);

    /** How long a slip takes to come out; what goes wrong shows by then. */
    private static final Duration COMING_OUT = Duration.ofMillis(1500);

    private final String name;
    private final Port port;
    private final Model model;
    private Standing.Paper paper = Standing.Paper.ENOUGH;
    private byte[] mending = NOTHING;

    /**
     * @param name as the hall calls it, for the log
     */
    public EscPosPrinter(String name, Port port, Model model) {
        this.name = name;
        this.port = port;
        this.model = model;
    }

    @Override
    public void check() throws DeviceFault, InterruptedException {
        try (Talk talk = Talk.open(port)) {
            if (model.answers() != Model.Answers.NEVER) {
                ready(talk);
            }
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void print(Slip slip) throws DeviceFault, InterruptedException {
        byte[] bytes = Layout.of(slip, model);
        try (Talk talk = Talk.open(port)) {
            if (model.answers() != Model.Answers.NEVER) {
                ready(talk);
            }
            sendAfterTorn(talk, bytes);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private void ready(Talk talk) throws IOException, InterruptedException, DeviceFault {
        Standing standing = Standing.ask(talk);
        tellOfPaper(standing.paper());
        standing.orFault();
    }

    /**
     * A printer that was cut off within a QR code still waits for the rest of it, and would take
     * the next slip for that; and what it has printed of the torn one hangs on the paper. So the
     * next begins with as many zeros as can be missing, which mean nothing elsewhere, and a cut.
     */
    private void sendAfterTorn(Talk talk, byte[] slip) throws InterruptedException, DeviceFault {
        byte[] before = mending;
        byte[] bytes = Arrays.copyOf(before, before.length + slip.length);
        System.arraycopy(slip, 0, bytes, before.length, slip.length);
        mending = Layout.afterTorn(slip.length, model);
        try {
            send(talk, bytes);
            mending = NOTHING;
        } catch (DeviceFault fault) {
            switch (fault.kind()) {
                case UNSURE -> {}
                case NO_ANSWER -> mending = before;
                default -> mending = NOTHING;
            }
            throw fault;
        }
    }

    private void send(Talk talk, byte[] bytes) throws InterruptedException, DeviceFault {
        Deadline deadline = new Deadline(PRINT_MAX);
        try {
            talk.say(bytes, deadline.left());
            if (!confirmed(talk, deadline)) {
                throw why(talk);
            }
        } catch (SilenceException e) {
            throw e.taken() == 0 ? gone(e) : why(talk);
        } catch (IOException e) {
            throw unsure(e);
        }
    }

    /** {@return whether everything has come out, as far as this make can tell} */
    private boolean confirmed(Talk talk, Deadline deadline)
            throws IOException, InterruptedException, DeviceFault {
        return switch (model.answers()) {
            case ALL -> Standing.printed(talk, deadline);
            case STATUS -> {
                Thread.sleep(COMING_OUT);
                Standing.ask(talk).orFault();
                yield true;
            }
            case NEVER -> true;
        };
    }

    /** A printer that stopped within a slip may say why; if not, how much came out is unknown. */
    private DeviceFault why(Talk talk) throws InterruptedException {
        if (model.answers() == Model.Answers.NEVER) {
            return new DeviceFault(DeviceFault.Kind.UNSURE);
        }
        try {
            return new DeviceFault(Standing.ask(talk).fault().orElse(DeviceFault.Kind.UNSURE));
        } catch (DeviceFault silent) {
            return new DeviceFault(DeviceFault.Kind.UNSURE);
        } catch (IOException e) {
            return unsure(e);
        }
    }

    private DeviceFault unsure(IOException e) {
        LOG.log(Level.WARNING, "{0} broke off within a slip: {1}", new Object[] {name, e});
        return new DeviceFault(DeviceFault.Kind.UNSURE);
    }

    private DeviceFault gone(IOException e) {
        LOG.log(Level.FINE, "{0} is not there: {1}", new Object[] {name, e});
        return new DeviceFault(DeviceFault.Kind.NO_ANSWER);
    }

    private void tellOfPaper(Standing.Paper now) {
        if (now == Standing.Paper.NEAR_END && paper == Standing.Paper.ENOUGH) {
            LOG.log(
                    Level.WARNING,
                    "{0} 快没纸了，请换一卷。The paper of {0} is near its end; put in a new roll.",
                    name);
        }
        paper = now;
    }
}
