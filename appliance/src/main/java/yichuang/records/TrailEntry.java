package yichuang.records;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One act in the audit trail.
 *
 * @param index of the log entry that did it
 * @param by the credential that asked
 * @param act its name as in the API, for instance {@code finish}
 * @param details JSON, by the act
 */
public record TrailEntry(
        long index,
        Instant at,
        String by,
        String act,
        Optional<String> window,
        Optional<String> ticket,
        String details) {
    /** What stands before the first row. */
    static final String BEGINNING = "0".repeat(64);

    /**
     * {@return SHA-256 of the hash before and of every column, quoted so that none can run over}
     */
    String hashAfter(String before) {
        String row =
                Json.list(
                        List.of(
                                before,
                                index,
                                at,
                                by,
                                act,
                                window.orElse(""),
                                ticket.orElse(""),
                                details));
        return Hash.of(row.getBytes(StandardCharsets.UTF_8));
    }
}
