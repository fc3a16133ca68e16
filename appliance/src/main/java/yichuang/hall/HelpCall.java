package yichuang.hall;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody is needed somewhere 求助; open until it is answered, or the day ends.
 *
 * @param where the place that asked: a window, a kiosk, a phone
 * @param number of the ticket it is about
 */
public record HelpCall(
        String id,
        Kind kind,
        String where,
        Instant at,
        Optional<TicketId> ticket,
        Optional<String> number,
        Optional<String> note,
        Optional<Answered> answered) {

    /** Who is needed. */
    public enum Kind {
        /** A helper 帮办, for a visitor. */
        HELPER,
        /** A colleague, called from a window; silently. */
        COLLEAGUE,
        /** Security, called from a window; silently. */
        SECURITY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Who went there, by their place, and when. */
    public record Answered(String by, Instant at) {}

    public boolean isOpen() {
        return answered.isEmpty();
    }

    HelpCall answered(String by, Instant when) {
        return new HelpCall(
                id, kind, where, at, ticket, number, note, Optional.of(new Answered(by, when)));
    }
}
