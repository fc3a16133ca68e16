package yichuang.storm;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.ItemCode;
import yichuang.hall.Receipt;
import yichuang.hall.TicketId;
import yichuang.storm.Act.Kind;
import yichuang.storm.Act.Standing;
import yichuang.storm.Asker.Request;

/** People who take a ticket at a kiosk, look at it on the phone, leave, or rate when served. */
final class Visitors {
    private static final List<ItemCode> ITEMS =
            List.of(Halls.SOCIAL, Halls.SOCIAL, Halls.MEDICAL, Halls.LICENCE);
    private static final int COMES_MILLIS = 700;

    private final Storm storm;
    private final List<Asker> kiosks;
    private int phones;

    Visitors(Storm storm) {
        this.storm = storm;
        kiosks = List.of(new Asker(storm, "kiosk-1"), new Asker(storm, "kiosk-2"));
    }

    void begin() {
        kiosks.forEach(this::comes);
    }

    private void comes(Asker kiosk) {
        storm.scheduler()
                .after(
                        storm.chance().about(COMES_MILLIS),
                        () -> {
                            if (!storm.isEnding()) {
                                take(kiosk, () -> comes(kiosk));
                            }
                        });
    }

    /** Takes one ticket, for certain; the hall may not be open yet. */
    void take(Asker kiosk, Runnable then) {
        kiosk.ask(
                Requests.take(storm.chance().oneOf(ITEMS), storm.chance()),
                (answer, begun) -> {
                    Requests.receipt(answer)
                            .map(Receipt.Taken.class::cast)
                            .ifPresent(taken -> taken(taken, begun));
                    then.run();
                });
    }

    private void taken(Receipt.Taken taken, long begun) {
        TicketId ticket = taken.id();
        storm.histories().taken(ticket, taken.number());
        noted(ticket, Kind.TAKE, 0, Standing.NONE, begun);
        if (storm.chance().in(0.15)) {
            soon(() -> cancel(ticket));
        }
        for (int looks = storm.chance().nextInt(4); looks > 0; looks--) {
            soon(() -> look(ticket));
        }
    }

    private void soon(Runnable what) {
        Duration delay = storm.chance().about(3_000);
        storm.scheduler()
                .after(
                        delay,
                        () -> {
                            if (!storm.isEnding()) {
                                what.run();
                            }
                        });
    }

    /** Something was done at a window: perhaps the phone is looked at. */
    void acted(TicketId ticket) {
        if (storm.chance().in(0.5)) {
            storm.scheduler().after(storm.chance().about(300), () -> look(ticket));
        }
    }

    /** A visit is over: perhaps it is rated, perhaps twice. */
    void served(TicketId ticket) {
        for (int times = storm.chance().nextInt(3); times > 0; times--) {
            soon(() -> rate(ticket));
        }
    }

    private void cancel(TicketId ticket) {
        phone(
                Requests.command(new Command.CancelTicket(ticket)),
                (answer, begun) ->
                        noted(
                                ticket,
                                agreed(answer) ? Kind.CANCEL : Kind.CANCEL_REFUSED,
                                0,
                                Standing.NONE,
                                begun));
    }

    private void rate(TicketId ticket) {
        int level = 1 + storm.chance().nextInt(5);
        phone(
                Requests.command(Requests.rate(ticket, level)),
                (answer, begun) ->
                        noted(
                                ticket,
                                agreed(answer) ? Kind.RATE : Kind.RATE_REFUSED,
                                level,
                                Standing.NONE,
                                begun));
    }

    void look(TicketId ticket) {
        phone(
                Requests.look(ticket, storm.plan().variant()),
                (saw, begun) -> noted(ticket, Kind.LOOK, 0, saw, begun));
    }

    private <T> void phone(Request<T> request, BiConsumer<T, Long> told) {
        new Asker(storm, "phone-" + phones++).ask(request, told);
    }

    private static boolean agreed(Answer answer) {
        return Requests.receipt(answer).isPresent();
    }

    private void noted(TicketId ticket, Kind kind, int level, Standing saw, long begun) {
        storm.histories()
                .add(ticket, new Act(kind, "", level, saw, begun, storm.scheduler().now()));
    }
}
