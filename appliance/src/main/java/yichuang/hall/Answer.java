package yichuang.hall;

import java.util.List;

/**
 * What the hall says to a command: it agrees, with everything that happened, or refuses and stays
 * as it was.
 */
public sealed interface Answer {
    /** {@code receipt} is what the caller is told, now and on every retry under the same key. */
    record Agreed(List<Event> events, Receipt receipt) implements Answer {
        public Agreed {
            events = List.copyOf(events);
        }
    }

    /** A retry: what the first one was told. Nothing happened now. */
    record Repeated(Receipt receipt) implements Answer {}

    record Refused(Refusal why) implements Answer {}
}
