package yichuang.devices;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yichuang.hall.Event;
import yichuang.hall.Furnishing;
import yichuang.hall.Hall;
import yichuang.hall.Outcome;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;

/** Which printer prints what, and what becomes of it. Used on the log's thread only. */
final class Printing {
    private final Lines lines;
    private final List<PrinterLine> kiosks;
    private final SlipText slips;
    private final PrintNotes notes;
    private final Map<TokenId, String> devices = new HashMap<>();

    Printing(Lines lines, SlipText slips, PrintNotes notes) {
        this.lines = lines;
        this.kiosks = lines.atNoWindow(PrinterLine.class);
        this.slips = slips;
        this.notes = notes;
    }

    void know(Collection<Token> tokens) {
        devices.clear();
        tokens.forEach(this::granted);
    }

    /** A ticket is printed where it was taken: the credential says at which kiosk. */
    void granted(Token token) {
        token.device().ifPresent(device -> devices.put(token.id(), device));
    }

    void revoked(Token token) {
        devices.remove(token.id());
    }

    void ticket(Hall hall, Ticket ticket) {
        Furnishing furnishing = hall.furnishing();
        Optional.ofNullable(devices.get(ticket.takenBy()))
                .flatMap(lines::findPrinter)
                .or(this::atKiosk)
                .ifPresent(printer -> print(printer, furnishing, ticket));
    }

    private Optional<PrinterLine> atKiosk() {
        return kiosks.stream().findFirst();
    }

    /** A printer that the hall does not have has failed. */
    void again(Hall hall, Ticket ticket, String printer) {
        Furnishing furnishing = hall.furnishing();
        lines.findPrinter(printer)
                .or(() -> printer.equals(Devices.ANY_PRINTER) ? atKiosk() : Optional.empty())
                .ifPresentOrElse(
                        line -> print(line, furnishing, ticket),
                        () -> notes.note(ticket.id(), Optional.of(DeviceFault.Kind.MISSING)));
    }

    private void print(PrinterLine printer, Furnishing furnishing, Ticket ticket) {
        TicketId id = ticket.id();
        printer.print(() -> slips.ofTicket(furnishing, ticket), fault -> notes.note(id, fault));
    }

    /** 讲清楚: the person leaves with what is missing on paper, from the window's own printer. */
    void notice(Hall hall, Event.LegClosed closed) {
        if (closed.closing().outcome() instanceof Outcome.Guided guided) {
            Furnishing furnishing = hall.furnishing();
            Supplier<Slip> slip =
                    () ->
                            slips.ofNotice(
                                    furnishing,
                                    closed.ticket(),
                                    closed.closing().item(),
                                    guided.missing());
            lines.at(closed.window().id(), PrinterLine.class).stream()
                    .findFirst()
                    .ifPresent(printer -> printer.print(slip, fault -> {}));
        }
    }
}
