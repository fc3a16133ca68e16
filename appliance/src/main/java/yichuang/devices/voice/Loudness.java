package yichuang.devices.voice;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * How loud by the time of day: quieter when the hall is empty, louder at its fullest.
 *
 * @param steps each from a time on, until the next; before the first the last holds, over midnight
 */
record Loudness(List<Step> steps) {
    static final Loudness FULL = new Loudness(List.of(new Step(LocalTime.MIDNIGHT, 100)));

    /** So loud, in percent of what the voice has, from this time on. */
    record Step(LocalTime from, int percent) {
        /** {@code 08:30=80}. */
        static Step of(String text) {
            int equals = text.indexOf('=');
            return new Step(
                    LocalTime.parse(text.substring(0, equals)),
                    Integer.parseInt(text.substring(equals + 1)));
        }
    }

    Loudness {
        steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    }

    int percent(LocalTime now) {
        return steps.stream()
                .filter(step -> !now.isBefore(step.from()))
                .reduce((first, second) -> second)
                .orElse(steps.getLast())
                .percent();
    }
}
