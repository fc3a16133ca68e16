package yichuang.records;

import java.time.Instant;
import java.util.Optional;

/**
 * What was done about a rectification.
 *
 * @param index of the log entry that did it; the trail has it under the same, when staff did it
 * @param by the credential that asked; of a person's own word theirs, or where they said it
 * @param act {@code open}, {@code second-opinion}, {@code escalate}, or an act's code
 * @param level of a second opinion
 * @param until to when it was put off, or by when it was due
 */
public record RectificationStep(
        long index,
        Instant at,
        String by,
        String act,
        Optional<String> result,
        Optional<String> text,
        Optional<Integer> level,
        Optional<Instant> until) {}
