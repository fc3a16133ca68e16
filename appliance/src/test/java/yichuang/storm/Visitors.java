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
    private static final Kinds COME_BACK = new Kinds(Kind.COME_BACK, Kind.COME_BACK_REFUSED);
    private static final Kinds CANCEL = new Kinds(Kind.CANCEL, Kind.CANCEL_REFUSED);
    private static final Kinds RATE = new Kinds(Kind.RATE, Kind.RATE_REFUSED);

    private final Storm storm;
    private final List<Asker> kiosks;
    private int phones;

    Visitors(Storm storm) {
        this.storm = storm;
        kiosks = kiosks();
    }

    private List<Asker> kiosks() {
        if (!storm.plan().islands()) {
            return List.of(new Asker(storm, "kiosk-1"), new Asker(storm, "kiosk-2"));
        }
        return storm.nodes().stream()
                .map(node -> new Asker(storm, "kiosk-" + node.name().name(), node))
                .toList();
    }

    void begin() {
        kiosks.forEach(this::comes);
    }

    private void comes(Asker kiosk) {
        storm.scheduler()
                .after(
                        storm.chance().about(storm.plan().pace(COMES_MILLIS)),
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
        if (!storm.histories().taken(ticket, taken.number())) {
            storm.judge().violated("number %s was given twice".formatted(taken.number()));
        }
        noted(ticket, Kind.TAKE, 0, Standing.NONE, begun);
        if (storm.chance().in(0.15)) {
            soon(() -> cancel(ticket));
        }
        for (int looks = storm.chance().nextInt(4); looks > 0; looks--) {
            soon(() -> look(ticket));
        }
    }

    private void soon(Runnable what) {
        Duration delay = storm.chance().about(storm.plan().pace(3_000));
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

    /** Somebody missed the call or was held, and comes back. */
    void away(TicketId ticket) {
        if (storm.chance().in(0.8)) {
            soon(() -> wants(ticket, new Command.ComeBack(ticket), 0, COME_BACK));
        }
    }

    private void cancel(TicketId ticket) {
        wants(ticket, new Command.CancelTicket(ticket), 0, CANCEL);
    }

    private void rate(TicketId ticket) {
        int level = 1 + storm.chance().nextInt(5);
        wants(ticket, Requests.rate("r-" + phones, ticket, level), level, RATE);
    }

    /** What the visitor's history has when the hall agrees, and when it does not. */
    private record Kinds(Kind agreed, Kind refused) {}

    private void wants(TicketId ticket, Command command, int level, Kinds kinds) {
        phone(
                Requests.ofTicket(ticket, command, storm.parts()),
                (told, begun) -> {
                    boolean agreed = agreed(told.answer());
                    Kind kind = agreed ? kinds.agreed() : kinds.refused();
                    if (told.certain()) {
                        noted(ticket, kind, level, Standing.NONE, begun);
                    } else {
                        heardLate(ticket, agreed, kinds, level, begun);
                    }
                });
    }

    /**
     * An island that does not have the ticket tells the hall later what it agreed to; what it
     * refused, the hall may have done before, and its answer got lost.
     */
    private void heardLate(TicketId ticket, boolean agreed, Kinds kinds, int level, long begun) {
        storm.histories()
                .add(
                        ticket,
                        new Act(
                                kinds.agreed(),
                                "",
                                level,
                                Standing.NONE,
                                begun,
                                Long.MAX_VALUE,
                                agreed));
    }

    void look(TicketId ticket) {
        phone(
                Requests.look(ticket, storm.parts(), storm.plan().variant()),
                (saw, begun) ->
                        saw.ifPresent(standing -> noted(ticket, Kind.LOOK, 0, standing, begun)));
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
