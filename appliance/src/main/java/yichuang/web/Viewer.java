package yichuang.web;

import yichuang.access.Caller;
import yichuang.hall.HelpCall;
import yichuang.hall.TicketId;

/** Whose eyes the live hall is shown to. */
sealed interface Viewer {
    /** Who works in the hall: everything but what becomes of a negative rating. */
    record Staff() implements Viewer {}

    /** Who manages it, or judges it from outside: that too. */
    record Desk() implements Viewer {}

    /** A kiosk or a board, where people pass by: not who calls security, silently. */
    record Screen() implements Viewer {}

    /** The holder of a ticket's link: windows and calls, and of the waiting only their own. */
    record Citizen(TicketId ticket) implements Viewer {}

    static Viewer of(Caller caller) {
        return switch (caller) {
            case Caller.Citizen citizen -> new Citizen(citizen.ticket());
            case Caller.Bearer bearer ->
                    switch (bearer.token().role()) {
                        case KIOSK, DEVICE -> new Screen();
                        case WINDOW, HELPER -> new Staff();
                        case MANAGER, OFFICER, ADMIN -> new Desk();
                    };
        };
    }

    /** Whether this call for help is shown. */
    default boolean sees(HelpCall call) {
        return switch (this) {
            case Staff staff -> true;
            case Desk desk -> true;
            case Screen screen -> call.kind() == HelpCall.Kind.HELPER;
            case Citizen citizen -> false;
        };
    }

    /** Whether this ticket is shown with its id. */
    default boolean sees(TicketId ticket) {
        return !(this instanceof Citizen citizen) || citizen.ticket().equals(ticket);
    }
}
