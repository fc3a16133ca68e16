package yichuang.devices;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import yichuang.hall.Event;
import yichuang.hall.Furnishing;
import yichuang.hall.Hall;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;

/** Which printer prints what, and what becomes of it. Used on the log's thread only. */
final class Printing {
    private final DevicePlan plan;
    private final Lines lines;
    private final SlipText slips;
    private final PrintNotes notes;
    private final Lateness lateness;
    private final OtherNodes others;
    private final Map<TokenId, String> devices = new HashMap<>();

    /**
     * @param plan of all devices, each with its owner
     * @param lines of the printers that this node drives
     */
    Printing(
            DevicePlan plan,
            Lines lines,
            SlipText slips,
            PrintNotes notes,
            Lateness lateness,
            OtherNodes others) {
        this.plan = plan;
        this.lines = lines;
        this.slips = slips;
        this.notes = notes;
        this.lateness = lateness;
        this.others = others;
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

    void ticket(Hall hall, Event.TicketTaken taken) {
        Optional.ofNullable(devices.get(taken.ticket().takenBy()))
                .flatMap(plan::findPrinter)
                .or(plan::kioskPrinter)
                .ifPresent(printer -> print(printer, hall.furnishing(), taken));
    }

    /**
     * A printer that the hall does not have has failed; the leader says so, for nobody else can.
     */
    void again(Hall hall, Event.ReprintAsked asked) {
        Optional<DevicePlan.Spot> printer =
                plan.findPrinter(asked.printer())
                        .or(
                                () ->
                                        asked.printer().equals(Devices.ANY_PRINTER)
                                                ? plan.kioskPrinter()
                                                : Optional.empty());
        if (printer.isPresent()) {
            print(printer.get(), hall.furnishing(), asked);
        } else if (others.leads()) {
            notes.note(asked.ticket().id(), Optional.of(DeviceFault.Kind.MISSING));
        }
    }

    /** Who drives the printer prints; for one that is away the leader says that it has failed. */
    private void print(DevicePlan.Spot spot, Furnishing furnishing, Event.OfTicket event) {
        TicketId id = event.ticket().id();
        Optional<PrinterLine> own = lines.find(spot.id(), PrinterLine.class);
        String owner = spot.node().orElseThrow();
        if (own.isPresent() && lateness.mayPrint(event)) {
            own.get()
                    .print(
                            () -> slips.ofTicket(furnishing, event.ticket()),
                            fault -> notes.note(id, fault));
        } else if (own.isPresent() || (others.leads() && !others.reaches(owner))) {
            notes.note(id, Optional.of(DeviceFault.Kind.NO_ANSWER));
        }
    }

    /** 讲清楚: the person leaves with what is missing on paper, from the window's own printer. */
    void notice(Hall hall, Event.LegClosed closed) {
        if (closed.closing().outcome() instanceof Outcome.Guided guided
                && lateness.mayPrint(closed)) {
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
