package yichuang.devices.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks on the bus and hears the answer, PROTOCOL.md sections 4 and 5. A lost or damaged reply is
 * asked for again with the same bytes, which a unit does not act upon twice. Used by one thread.
 */
final class Talking {
    static final int REPEATS_MAX = 3;
    private static final Duration FIRST_BYTE_MAX = Duration.ofMillis(31);
    private static final Duration FIRST_BYTE_FLASH_MAX = Duration.ofMillis(201);
    private static final Duration SILENCE = Duration.ofMillis(20);
    private static final long GAP_NANOS = 1_000_000;
    private static final long BROADCAST_GAP_NANOS = 5_000_000;

    private final Wire wire;
    private final BusCounts counts;
    private final FrameReader reader = new FrameReader();
    private final byte[] heard = new byte[1024];
    private int sequence;
    private long quietUntil = System.nanoTime();

    Talking(Wire wire, BusCounts counts) {
        this.wire = wire;
        this.counts = counts;
    }

    /**
     * Asks one unit.
     *
     * @return empty when it did not answer, however often it was asked
     */
    Optional<Reply> ask(int address, Ask ask, byte[] payload, int repeats)
            throws IOException, InterruptedException {
        Frame request = next(address, ask, payload);
        for (int i = 0; i <= repeats; i++) {
            send(request);
            counts.asked(i > 0);
            Optional<Frame> reply =
                    hear(request, ask.writesFlash() ? FIRST_BYTE_FLASH_MAX : FIRST_BYTE_MAX);
            quietUntil = System.nanoTime() + GAP_NANOS;
            if (reply.isPresent()) {
                return reply.map(frame -> new Reply(frame.payload()));
            }
        }
        counts.unanswered();
        return Optional.empty();
    }

    /** Tells everybody; nobody answers. */
    void tellAll(Ask ask, byte[] payload) throws IOException, InterruptedException {
        send(next(0, ask, payload));
        quietUntil = System.nanoTime() + BROADCAST_GAP_NANOS;
    }

    /** What was heard when several may answer at once. */
    record Heard(List<Reply> replies, boolean noise) {}

    /** Asks everybody whom the question fits. */
    Heard askAll(Ask ask, byte[] payload) throws IOException, InterruptedException {
        Frame request = next(0, ask, payload);
        send(request);
        long damaged = reader.crcErrors() + reader.framingErrors();
        List<Reply> replies = new ArrayList<>();
        boolean noise = false;
        long until = System.nanoTime() + FIRST_BYTE_MAX.plus(SILENCE).toNanos();
        while (System.nanoTime() < until) {
            int got = wire.receive(heard, SILENCE);
            for (int i = 0; i < got; i++) {
                noise = true;
                reader.accept(heard[i])
                        .filter(frame -> frame.answers(request))
                        .ifPresent(frame -> replies.add(new Reply(frame.payload())));
            }
            if (got > 0) {
                until = System.nanoTime() + SILENCE.toNanos();
            }
        }
        dropRest();
        boolean clean =
                replies.size() == 1 && reader.crcErrors() + reader.framingErrors() == damaged;
        quietUntil = System.nanoTime() + GAP_NANOS;
        return new Heard(replies, noise && !clean);
    }

    private Frame next(int address, Ask ask, byte[] payload) {
        sequence = sequence + 1 & 0xFF;
        return new Frame(address, sequence, ask.code(), payload);
    }

    private void send(Frame frame) throws IOException, InterruptedException {
        for (long left = quietUntil - System.nanoTime();
                left > 0;
                left = quietUntil - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        wire.send(frame.wire());
    }

    /** Bytes that come keep it waiting: a long reply takes its time on the wire. */
    private Optional<Frame> hear(Frame request, Duration firstByte)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + firstByte.toNanos();
        for (long left = firstByte.toNanos(); left > 0; left = until - System.nanoTime()) {
            long before = reader.crcErrors() + reader.framingErrors();
            int got = wire.receive(heard, Duration.ofNanos(left));
            Optional<Frame> answer = Optional.empty();
            for (int i = 0; i < got; i++) {
                Optional<Frame> frame = reader.accept(heard[i]);
                if (frame.isPresent() && frame.get().answers(request)) {
                    answer = frame;
                }
            }
            counts.damaged(reader.crcErrors() + reader.framingErrors() - before);
            if (answer.isPresent()) {
                dropRest();
                return answer;
            }
            if (got > 0) {
                until = System.nanoTime() + SILENCE.toNanos();
            }
        }
        dropRest();
        return Optional.empty();
    }

    private void dropRest() {
        if (reader.isInside()) {
            reader.silence();
            counts.damaged(1);
        }
    }
}
