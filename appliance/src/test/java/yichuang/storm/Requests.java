package yichuang.storm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import yichuang.hall.Answer;
import yichuang.hall.Channel;
import yichuang.hall.Claim;
import yichuang.hall.Command;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Outcome;
import yichuang.hall.Receipt;
import yichuang.hall.RectificationAct;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.leader.TakeRequest;
import yichuang.storm.Act.Standing;
import yichuang.storm.Act.Status;
import yichuang.storm.Asker.Request;

/** What clients ask a node, each as the web would. */
final class Requests {
    private Requests() {}

    /** Each attempt makes an id of its own, as each node would that takes the request. */
    static Request<Answer> take(ItemCode item, Chance chance) {
        return (running, token, key) ->
                running.leader()
                        .take(
                                token,
                                key,
                                new TakeRequest(
                                        new TicketId(Long.toHexString(chance.nextLong())),
                                        List.of(item),
                                        Optional.empty(),
                                        Optional.empty(),
                                        1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        "zh",
                                        Optional.empty()));
    }

    static Request<Optional<Answer>> next(WindowId window) {
        return (running, token, key) -> running.leader().callNext(token, key, window);
    }

    static Request<Answer> command(Command command) {
        return (running, token, key) -> running.leader().ask(token, key, command);
    }

    static Command finish(WindowId window) {
        return new Command.Finish(
                window,
                new Outcome.Done(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /**
     * An answer about a ticket.
     *
     * @param certain whether it came from the part of the hall that is to say
     */
    record Told(Answer answer, boolean certain) {}

    /** What the officer finds is to be done; each attempt looks anew. */
    static Request<Optional<Answer>> rectify() {
        return (running, token, key) ->
                running.leader()
                        .read(reading -> due(reading.hall()))
                        .thenCompose(
                                due ->
                                        due.map(
                                                        command ->
                                                                running.leader()
                                                                        .ask(token, key, command)
                                                                        .thenApply(Optional::of))
                                                .orElseGet(
                                                        () ->
                                                                CompletableFuture.completedFuture(
                                                                        Optional.empty())));
    }

    private static Optional<Command> due(Hall hall) {
        return hall.rectifications().stream()
                .findFirst()
                .map(
                        one ->
                                new Command.Rectify(
                                        one.id(),
                                        switch (one.step()) {
                                            case VERIFY, CONTACT, REVIEW ->
                                                    new RectificationAct.Verify(
                                                            RectificationAct.Finding.CONFIRMED,
                                                            "storm");
                                            case FIX ->
                                                    new RectificationAct.Fix(
                                                            RectificationAct.Remedy.FIXED, "storm");
                                            case REPLY -> new RectificationAct.Reply("storm");
                                            case FOLLOW_UP ->
                                                    new RectificationAct.FollowUp(
                                                            RectificationAct.Opinion.NOT_REACHED,
                                                            Optional.empty());
                                            case CLOSE -> new RectificationAct.Close("storm");
                                        }));
    }

    /** What a person wants of a ticket. */
    static Request<Told> ofTicket(TicketId ticket, Command command, Parts parts) {
        return (running, token, key) ->
                running.leader()
                        .ask(token, key, command)
                        .thenCompose(
                                answer ->
                                        running.leader()
                                                .read(
                                                        reading ->
                                                                new Told(
                                                                        answer,
                                                                        parts.isToSay(
                                                                                running.part(),
                                                                                reading.hall(),
                                                                                ticket))));
    }

    /** How a window stands. */
    static Request<Window> window(WindowId id) {
        return (running, token, key) ->
                running.log()
                        .confirm(Duration.ofSeconds(1))
                        .thenCompose(
                                sure ->
                                        running.leader()
                                                .read(
                                                        reading ->
                                                                reading.hall()
                                                                        .findWindow(id)
                                                                        .orElseThrow()));
    }

    static Command rate(String id, TicketId ticket, int level) {
        return new Command.Rate(
                id,
                ticket,
                level,
                Channel.QR,
                List.of(),
                Optional.of("storm"),
                1,
                Optional.empty());
    }

    /** A look at a ticket, good as of when it was asked; empty from who is not to say. */
    static Request<Optional<Standing>> look(TicketId ticket, Parts parts, Variant variant) {
        return (running, token, key) -> {
            CompletableFuture<Void> fresh =
                    variant == Variant.STALE_LEADER_READS
                            ? CompletableFuture.completedFuture(null)
                            : running.log().confirm(Duration.ofSeconds(1));
            return fresh.thenCompose(
                    sure ->
                            running.leader()
                                    .read(
                                            reading ->
                                                    parts.isToSay(
                                                                    running.part(),
                                                                    reading.hall(),
                                                                    ticket)
                                                            ? Optional.of(
                                                                    standing(
                                                                            reading.hall(), ticket))
                                                            : Optional.empty()));
        };
    }

    static Standing standing(Hall hall, TicketId id) {
        Optional<Ticket> found = hall.findTicket(id);
        if (found.isEmpty()) {
            return Standing.NONE;
        }
        Ticket ticket = found.get();
        String window = ticket.currentLeg().window().map(WindowId::value).orElse("");
        return switch (ticket.state()) {
            case WAITING -> new Standing(Status.WAITING, "", 0);
            case CALLED -> new Standing(Status.CALLED, window, 0);
            case SERVING -> new Standing(Status.SERVING, window, 0);
            case CLOSED -> new Standing(Status.CLOSED, "", level(hall, id));
            case CANCELLED -> new Standing(Status.CANCELLED, "", 0);
            case HELD -> new Standing(Status.HELD, "", 0);
            case NO_SHOW -> new Standing(Status.NO_SHOW, "", 0);
            case EXPIRED -> new Standing(Status.EXPIRED, "", 0);
        };
    }

    private static int level(Hall hall, TicketId id) {
        return hall.findClaim(id).flatMap(Claim::level).orElse(0);
    }

    /** {@return what the hall agreed to, now or at the first attempt; empty when it refused} */
    static Optional<Receipt> receipt(Answer answer) {
        return switch (answer) {
            case Answer.Agreed agreed -> Optional.of(agreed.receipt());
            case Answer.Repeated repeated -> Optional.of(repeated.receipt());
            case Answer.Refused refused -> Optional.empty();
        };
    }
}
