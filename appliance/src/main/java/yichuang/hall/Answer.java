package yichuang.hall;

import java.util.List;
import yichuang.hall.codec.Tag;

/**
 * What the hall says to a command: it agrees, with everything that happened, or refuses and stays
 * as it was. It has a form in bytes, because a command may be asked at one node and answered by
 * another; it is never stored.
 */
public sealed interface Answer {
    /** {@code receipt} is what the caller is told, now and on every retry under the same key. */
    @Tag(1)
    record Agreed(List<Event> events, Receipt receipt) implements Answer {
        public Agreed {
            events = List.copyOf(events);
        }
    }

    /** A retry: what the first one was told. Nothing happened now. */
    @Tag(2)
    record Repeated(Receipt receipt) implements Answer {}

    @Tag(3)
    record Refused(Refusal why) implements Answer {}
}
