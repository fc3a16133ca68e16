package yichuang.evaluation.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came back over the wire.
 *
 * @param date the platform's clock when it answered
 * @param retryAfter how long it asks to be left alone
 */
public record Heard(
        int status, String text, Optional<Instant> date, Optional<Duration> retryAfter) {}
