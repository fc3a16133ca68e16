package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * A one-time code that turns a browser or device into a {@link Token}; good once, until {@code
 * expires}.
 */
public record EnrolCode(
        String hash,
        Role role,
        Optional<WindowId> window,
        Optional<String> device,
        String label,
        Instant expires) {}
