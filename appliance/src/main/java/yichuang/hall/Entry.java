package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * One command as it stands in the log: when, who, under which key.
 *
 * @param at log time, stamped by the leader; the hall reads no clock, and never lets it go back
 */
public record Entry(Instant at, TokenId by, Optional<RequestKey> key, Command command) {}
