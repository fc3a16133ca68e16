package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why not, as facts. The sentence a person reads, and what to do, are made from them at the edge,
 * in their language.
 */
public sealed interface Refusal {
    record UnknownTicket(String ticket) implements Refusal {}

    record UnknownWindow(String window) implements Refusal {}

    /** {@code what}: item, theme, choice, group, staff, duty, help, code or token. */
    record Unknown(String what, String value) implements Refusal {}

    record WindowClosed(WindowId window) implements Refusal {}

    record WindowBusy(WindowId window, String number, Instant since) implements Refusal {}

    /** The act needs a ticket called or served at the window, and there is none. */
    record NothingHere(WindowId window, Window.State is, String act) implements Refusal {}

    /** The ticket is not where the act needs it. */
    record TicketElsewhere(String number, TicketState is, Optional<WindowId> window)
            implements Refusal {}

    /** The window has no skill for the item. */
    record Unskilled(WindowId window, ItemCode item) implements Refusal {}

    /** No tickets now; {@code opens}: the next day that opens by itself. */
    record HallClosed(Optional<LocalDate> opens) implements Refusal {}

    /** The fair no-show: more calls, or more time. */
    record NoShowTooEarly(String number, int calls, int callsNeeded, Instant notBefore)
            implements Refusal {}

    record RecallsUsed(String number, int recallsMax) implements Refusal {}

    /** Nothing to take back, too long ago, or somebody else has acted on it since. */
    record NothingToUndo(WindowId window, Duration undo) implements Refusal {}

    record GraceOver(String number) implements Refusal {}

    /** The ticket has let others go first as often as the hall allows. */
    record PostponesUsed(String number, int postponesMax) implements Refusal {}

    /** Nobody stands behind the ticket who could go first. */
    record NobodyBehind(String number) implements Refusal {}

    record HelpAnswered(String help, String by, Instant at) implements Refusal {}

    /** So many calls for help are open that another would be seen by nobody. */
    record HelpFull(int openMax) implements Refusal {}

    record AlreadyRated(String number) implements Refusal {}

    record NotRateable(String number, TicketState is) implements Refusal {}

    record RatingOver(String ticket) implements Refusal {}

    record UnknownLevel(int level) implements Refusal {}

    record MissingField(String field) implements Refusal {}

    /** The person has this item open already. */
    record Hoarding(ItemCode item, int openMax) implements Refusal {}

    record KeyReused(String key) implements Refusal {}

    /** Too many young request keys are held. */
    record Busy(int keysHeld) implements Refusal {}

    /** A one-time code that is unknown, used or expired. */
    record BadCode() implements Refusal {}

    /** The day is over, or another is open. */
    record DayConflict(LocalDate day) implements Refusal {}
}
