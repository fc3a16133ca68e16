package yichuang.hall;

import java.time.Duration;
import java.util.Optional;

/**
 * What a person was told when taking the ticket; kept, so that a retry is told the same.
 *
 * @param ahead waiting tickets that stood before it
 * @param estimate empty when no open window has the skill
 */
public record Outlook(int ahead, Optional<Wait> estimate) {
    /**
     * An estimate: half of such tickets wait less than {@code p50}, nine of ten less than {@code
     * p90}.
     */
    public record Wait(Duration p50, Duration p90) {}
}
