package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * A credential. Only its SHA-256 is kept, in the log, so it is good on every node and a thief of
 * the disk has nothing.
 *
 * @param window the one window it may act for; empty for a service token
 * @param device the one device it is
 * @param browser whether it was enrolled by a browser; such ones are rate-limited
 */
public record Token(
        TokenId id,
        String hash,
        Role role,
        Optional<WindowId> window,
        Optional<String> device,
        boolean browser,
        String label,
        Instant grantedAt) {}
