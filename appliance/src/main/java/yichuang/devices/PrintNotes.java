package yichuang.devices;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Command;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;

/**
 * What the printers answered, until the hall has written it down: printed or not is a fact on the
 * ticket. Told in batches, at most one on its way; one that was not written is told again with the
 * next. Safe for any thread.
 */
final class PrintNotes {
    /** In whose name the printers speak. */
    static final TokenId PRINTERS = new TokenId("device-printers");

    private static final int BATCH_MAX = 2_000;
    private static final int KEPT_MAX = 20_000;

    private final Asking asking;
    private final Map<TicketId, Ticket.Printed> printed = new LinkedHashMap<>();
    private boolean onItsWay;

    PrintNotes(Asking asking) {
        this.asking = asking;
    }

    /**
     * With {@value #KEPT_MAX} answers kept, the log has long been away; a new one is dropped. Where
     * the printer broke off, nothing is known and so nothing is written: the kiosk asks the person
     * to look, and offers the slip again.
     */
    synchronized void note(TicketId ticket, Optional<DeviceFault.Kind> fault) {
        if (fault.equals(Optional.of(DeviceFault.Kind.UNSURE))) {
            return;
        }
        if (printed.size() < KEPT_MAX) {
            printed.put(ticket, fault.isEmpty() ? Ticket.Printed.YES : Ticket.Printed.FAILED);
        }
    }

    void tell() {
        take().ifPresent(this::tell);
    }

    private void tell(Command.NotePrinted batch) {
        asking.ask(PRINTERS, Optional.empty(), batch)
                .whenComplete(
                        (answer, failure) -> {
                            if (failure != null) {
                                putBack(batch);
                            }
                            arrived();
                        });
    }

    private synchronized Optional<Command.NotePrinted> take() {
        if (onItsWay || printed.isEmpty()) {
            return Optional.empty();
        }
        onItsWay = true;
        List<Map.Entry<TicketId, Ticket.Printed>> batch =
                printed.entrySet().stream().limit(BATCH_MAX).map(Map.Entry::copyOf).toList();
        batch.forEach(each -> printed.remove(each.getKey()));
        return Optional.of(
                new Command.NotePrinted(
                        keys(batch, Ticket.Printed.YES), keys(batch, Ticket.Printed.FAILED)));
    }

    private static List<TicketId> keys(
            List<Map.Entry<TicketId, Ticket.Printed>> batch, Ticket.Printed came) {
        return batch.stream()
                .filter(each -> each.getValue() == came)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A newer answer about the same ticket stands. */
    private synchronized void putBack(Command.NotePrinted batch) {
        batch.printed().forEach(ticket -> printed.putIfAbsent(ticket, Ticket.Printed.YES));
        batch.failed().forEach(ticket -> printed.putIfAbsent(ticket, Ticket.Printed.FAILED));
    }

    private synchronized void arrived() {
        onItsWay = false;
    }
}
