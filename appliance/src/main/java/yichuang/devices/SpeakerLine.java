package yichuang.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The line of a speaker: calls never overlap. When several wait, each is said once and not twice,
 * so that nobody is called late for the repetition of another.
 */
final class SpeakerLine extends Line {
    static final int SENTENCE_SECONDS_MAX = 10;
    private static final int SAID_MAX = 16;

    private final Speaker speaker;
    private final Deque<String> said = new ArrayDeque<>();
    private final AtomicInteger calls = new AtomicInteger();

    SpeakerLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            Speaker speaker) {
        super(spot, clock, changed);
        this.speaker = speaker;
    }

    /** Says a call in its turn; one that finds no room or fails is left out. */
    void say(List<String> call) {
        calls.incrementAndGet();
        ask(
                () -> {
                    List<String> now = calls.get() > 1 ? call.stream().distinct().toList() : call;
                    speaker.say(now);
                    remember(now);
                    return now;
                },
                Duration.ofSeconds((long) SENTENCE_SECONDS_MAX * call.size()),
                fault -> calls.decrementAndGet());
    }

    private synchronized void remember(List<String> sentences) {
        said.addAll(sentences);
        while (said.size() > SAID_MAX) {
            said.removeFirst();
        }
    }

    @Override
    Device device() {
        return speaker;
    }

    @Override
    void check() {
        askIfIdle(
                () -> {
                    speaker.check();
                    return speaker;
                });
    }

    @Override
    synchronized DeviceView.Content content() {
        return new DeviceView.Said(List.copyOf(said));
    }
}
