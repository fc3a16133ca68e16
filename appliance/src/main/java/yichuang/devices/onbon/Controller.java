package yichuang.devices.onbon;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;
import yichuang.devices.port.Deadline;
import yichuang.devices.port.SharedLine;
import yichuang.devices.port.Talk;

/** One controller and the way to it. Commands are repeated: all of ours may be done twice. */
final class Controller {
    private static final Logger LOG = Logger.getLogger(Controller.class.getName());

    /** RtnReq, group A2, command 00, and two bytes for nothing. */
    private static final byte[] PING = {1, (byte) 0xA2, 0, 0, 0};

    private static final int TRIES = 3;
    private static final Duration ANSWER_MAX = Duration.ofMillis(500);
    private static final Duration BUSY_PAUSE = Duration.ofMillis(100);
    private static final int ANSWER_BYTES = 64;

    private final SharedLine line;
    private final int screen;
    private int told;

    /** {@code screen}: its number, or {@link Packet#ANY} where it is alone. */
    Controller(SharedLine line, int screen) {
        this.line = line;
        this.screen = screen;
    }

    void ping() throws DeviceFault, InterruptedException {
        act(Packet.ANY, PING);
    }

    void act(int deviceType, byte[] command) throws DeviceFault, InterruptedException {
        byte[] packet = new Packet(screen, Packet.COMPUTER, command).bytes(deviceType);
        try {
            Outcome outcome = line.talk(talk -> untilDone(talk, packet));
            if (!outcome.done()) {
                tell(outcome);
                throw new DeviceFault(
                        outcome.passing() ? DeviceFault.Kind.NO_ANSWER : DeviceFault.Kind.BROKEN);
            }
            told = 0;
        } catch (IOException away) {
            LOG.log(Level.FINE, "screen {0} is not there: {1}", new Object[] {screen, away});
            throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
        }
    }

    private Outcome untilDone(Talk talk, byte[] packet)
            throws IOException, InterruptedException, DeviceFault {
        Optional<Outcome> outcome = Optional.empty();
        for (int i = 0; i < TRIES; i++) {
            outcome = ask(talk, packet);
            if (outcome.filter(Outcome::done).isPresent()
                    || outcome.filter(one -> !one.passing()).isPresent()) {
                return outcome.get();
            }
            Thread.sleep(BUSY_PAUSE);
        }
        return outcome.orElseThrow(() -> new DeviceFault(DeviceFault.Kind.NO_ANSWER));
    }

    private Optional<Outcome> ask(Talk talk, byte[] packet)
            throws IOException, InterruptedException {
        Duration onTheLine = line.lineTime(packet.length + ANSWER_BYTES);
        Deadline deadline = new Deadline(ANSWER_MAX.plus(onTheLine));
        talk.forget();
        talk.say(packet, deadline.left());
        PacketReader reader = new PacketReader();
        while (true) {
            OptionalInt heard = talk.hear(deadline.left());
            if (heard.isEmpty()) {
                return Optional.empty();
            }
            Optional<Outcome> outcome =
                    reader.take(heard.getAsInt())
                            .filter(this::forUs)
                            .flatMap(answer -> Outcome.of(answer.data()));
            if (outcome.isPresent()) {
                return outcome;
            }
        }
    }

    /** On a line of several, a late answer of another is not this one's. */
    private boolean forUs(Packet answer) {
        return answer.to() == Packet.COMPUTER && (screen == Packet.ANY || answer.from() == screen);
    }

    private void tell(Outcome outcome) {
        if (told != outcome.error()) {
            told = outcome.error();
            LOG.log(
                    Level.WARNING,
                    "屏 {0} 的控制卡不肯显示：{1} The controller of screen {0} refuses: {1}",
                    new Object[] {screen == Packet.ANY ? "" : screen, outcome.why()});
        }
    }
}
