package yichuang.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The line of a speaker: sentences never overlap. */
final class SpeakerLine extends Line {
    static final int SAY_SECONDS_MAX = 15;
    private static final int SAID_MAX = 16;

    private final Speaker speaker;
    private final Deque<String> said = new ArrayDeque<>();

    SpeakerLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            Speaker speaker) {
        super(spot, clock, changed);
        this.speaker = speaker;
    }

    /** Says the sentences in this order; one that finds no room or fails is left out. */
    void say(List<String> sentences) {
        for (String sentence : sentences) {
            ask(
                    () -> {
                        speaker.say(sentence);
                        return remember(sentence);
                    },
                    Duration.ofSeconds(SAY_SECONDS_MAX),
                    fault -> {});
        }
    }

    private synchronized String remember(String sentence) {
        if (said.size() == SAID_MAX) {
            said.removeFirst();
        }
        said.addLast(sentence);
        return sentence;
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
