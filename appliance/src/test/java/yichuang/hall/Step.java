package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One random happening, as numbers that mean something in any state of the hall: {@code act} says
 * what, {@code who} and {@code other} choose among the tickets and windows there are, {@code
 * seconds} have passed since the last one.
 */
record Step(int act, int who, int other, int seconds) {
    static final int ACTS = 38;
    private static final List<ItemCode> ITEMS = List.of(Halls.SOCIAL, Halls.MEDICAL, Halls.LICENCE);
    private static final List<HelpCall.Kind> HELP =
            List.of(HelpCall.Kind.HELPER, HelpCall.Kind.COLLEAGUE, HelpCall.Kind.SECURITY);
    private static final LocalDate LATER = LocalDate.of(2026, 4, 1);

    /** {@return what is asked of the hall; often it will refuse, and that is part of the test} */
    Command command(Hall hall, int number) {
        return switch (act) {
            case 0, 1, 2, 3 -> take(number);
            case 4, 5 ->
                    new Command.OpenWindow(window(hall, Window.State.CLOSED), Optional.empty());
            case 6, 7, 8, 9 -> call(hall);
            case 10, 11 -> new Command.Serve(window(hall, Window.State.CALLED));
            case 12, 13, 14 -> finish(hall);
            case 15, 16, 17, 18 -> new Command.Recall(window(hall, Window.State.CALLED));
            case 19, 20 -> new Command.NoShow(window(hall, Window.State.CALLED));
            case 21 -> new Command.Hold(window(hall, Window.State.SERVING));
            case 22 -> transfer(window(hall, Window.State.SERVING));
            case 23 -> new Command.Undo(window(hall, Window.State.IDLE));
            case 24 ->
                    new Command.CancelTicket(
                            ticket(hall, ticket -> ticket.state() == TicketState.WAITING));
            case 25 -> new Command.ComeBack(ticket(hall, Step::away));
            case 26 ->
                    new Command.ChangeItems(
                            ticket(hall, Step::away), List.of(ITEMS.get(other % 3)));
            case 27 -> rate(hall, number);
            case 28 -> rest(hall);
            case 29 -> day(hall);
            case 30 -> postpone(hall);
            case 31 -> help(hall, number);
            case 32, 33, 34 -> node(hall, number);
            case 35, 36 -> desk(hall, number);
            case 37 ->
                    hall.rectificationsDue(hall.at()) || who % 20 == 0
                            ? new Command.EscalateRectifications()
                            : new Command.Rectify(rectification(hall), next(hall));
            default -> throw new IllegalStateException("act " + act);
        };
    }

    private static boolean away(Ticket ticket) {
        return ticket.state() == TicketState.HELD || ticket.state() == TicketState.NO_SHOW;
    }

    /** {@return mostly a window in a state in which the act makes sense} */
    private WindowId window(Hall hall, Window.State likely) {
        List<Window> fitting =
                hall.windows().stream().filter(window -> window.state() == likely).toList();
        return fitting.isEmpty() || other % 5 == 0
                ? new WindowId(String.valueOf(1 + other % 4))
                : fitting.get(other % fitting.size()).id();
    }

    /** {@return mostly one of the newest tickets for which the act makes sense} */
    private TicketId ticket(Hall hall, Predicate<Ticket> likely) {
        List<Ticket> fitting =
                hall.tickets().stream()
                        .filter(ticket -> other % 5 == 0 || likely.test(ticket))
                        .toList();
        return fitting.isEmpty()
                ? new TicketId("nobody")
                : fitting.get(Math.max(0, fitting.size() - 1 - who % 12)).id();
    }

    private Command finish(Hall hall) {
        return new Command.Finish(
                window(hall, Window.State.SERVING),
                outcome(),
                Optional.empty(),
                item(),
                Optional.empty(),
                0);
    }

    private Command rest(Hall hall) {
        WindowId window = window(hall, Window.State.IDLE);
        return who % 2 == 0 ? new Command.PauseWindow(window) : new Command.CloseWindow(window);
    }

    private Command take(int number) {
        boolean theme = who % 5 == 0;
        return new Command.TakeTicket(
                new TicketId("t" + number),
                theme ? List.of() : List.of(ITEMS.get(who % 3)),
                theme ? Optional.of(new ThemeCode("退休")) : Optional.empty(),
                other % 2 == 0
                        ? Optional.of(List.of("licence")).filter(x -> theme)
                        : Optional.empty(),
                1 + other % 3,
                other % 4 == 0 ? Optional.of(new GroupCode("elderly")) : Optional.empty(),
                Optional.empty(),
                "zh",
                Optional.empty(),
                new Outlook(0, Optional.empty()));
    }

    private Command call(Hall hall) {
        WindowId window = window(hall, Window.State.IDLE);
        Set<ItemCode> skills = hall.furnishing().skills(window);
        TicketId ticket =
                ticket(
                        hall,
                        one ->
                                (one.state() == TicketState.WAITING || away(one))
                                        && skills.contains(one.currentLeg().item()));
        int leg = hall.findTicket(ticket).map(Ticket::current).orElse(0);
        return new Command.Call(window, ticket, leg, Why.byHand(Duration.ofSeconds(1)));
    }

    private Outcome outcome() {
        return switch (who % 9) {
            case 0 -> new Outcome.Accepted(LATER);
            case 1 -> new Outcome.AcceptedDeferred(List.of("照片"), LATER);
            case 2 -> new Outcome.Committed("按时补交");
            case 3 -> new Outcome.Forwarded("张店区", "courier");
            case 4 -> new Outcome.Guided(List.of("申请表"));
            case 5 -> new Outcome.Redirected(other % 2 == 0 ? "医保" : "市大厅", "");
            case 6 -> new Outcome.Consult("业务科", LATER.atStartOfDay().toInstant(ZoneOffset.UTC));
            case 7 -> new Outcome.Abandoned();
            default -> new Outcome.Done();
        };
    }

    private Optional<ItemCode> item() {
        return who % 7 == 0 ? Optional.of(ITEMS.get(other % 3)) : Optional.empty();
    }

    private Command transfer(WindowId from) {
        boolean toWindow = who % 2 == 0;
        return new Command.Transfer(
                from,
                toWindow
                        ? Optional.of(new WindowId(String.valueOf(1 + who % 4)))
                        : Optional.empty(),
                toWindow ? Optional.empty() : Optional.of(ITEMS.get(who % 3)),
                Optional.empty());
    }

    private Command rate(Hall hall, int number) {
        TicketId ticket = ticket(hall, one -> hall.findClaim(one.id()).isPresent());
        TicketId silent =
                ticket(
                        hall,
                        one -> hall.findClaim(one.id()).filter(Claim::isUnexplained).isPresent());
        if (who % 2 == 0 && hall.findClaim(silent).isPresent()) {
            return new Command.ExplainRating(silent, List.of(), Optional.of("慢"));
        }
        return new Command.Rate(
                "r" + number,
                ticket,
                1 + other % 5,
                other % 3 == 0 ? Channel.QR : Channel.KEYPAD,
                List.of(),
                who % 3 == 0 ? Optional.empty() : Optional.of("慢"),
                who % 7 == 0 ? 2 : 1,
                contact());
    }

    /** Now and then to a time that has not come, or that is no later. */
    private Command postpone(Hall hall) {
        TicketId ticket = ticket(hall, one -> one.state() == TicketState.WAITING);
        Instant since =
                hall.findTicket(ticket).map(one -> one.currentLeg().since()).orElse(hall.at());
        return new Command.Postpone(
                ticket, 1 + who % 5, who % 4, since.plusSeconds(other * 3L - 20));
    }

    private Command help(Hall hall, int number) {
        return who % 2 == 0
                ? new Command.AskHelp(
                        "h" + number,
                        HELP.get(who % 3),
                        "window " + other % 4,
                        Optional.empty(),
                        Optional.empty())
                : new Command.AnswerHelp(
                        hall.help().isEmpty() || other % 5 == 0
                                ? "h" + other
                                : hall.help().get(other % hall.help().size()).id(),
                        "helper");
    }

    /** One of seven nodes comes, moves, gets a vote or goes; now and then by a code not its own. */
    private Command node(Hall hall, int number) {
        NodeId node = new NodeId("n" + other % 7);
        String address = "10.0.0." + other + ":7400";
        if (hall.nodes().isEmpty()) {
            return new Command.AdmitNode(
                    Optional.empty(), node, NodeRole.VOTER, address, "s" + number);
        }
        return switch (who % 8) {
            case 0, 1, 2 ->
                    new Command.InviteNode(
                            other % 11 == 0 ? "code" : "code" + number,
                            "key",
                            node,
                            other % 2 == 0 ? NodeRole.SATELLITE : NodeRole.VOTER,
                            hall.at().plusSeconds(300L * who));
            case 3, 4, 5 -> {
                List<NodeCode> codes = List.copyOf(hall.nodeCodes());
                if (codes.isEmpty()) {
                    yield new Command.AdmitNode(
                            Optional.empty(), node, NodeRole.VOTER, address, "s" + number);
                }
                NodeCode code = codes.get(Math.max(0, codes.size() - 1 - who % 6));
                yield new Command.AdmitNode(
                        Optional.of(code.id()),
                        other % 5 == 0 ? node : code.node(),
                        code.role(),
                        address,
                        "s" + number);
            }
            case 6 ->
                    who % 3 == 0 && fenced(hall).isEmpty()
                            ? new Command.MoveNode(node, address, "s" + number)
                            : voteOrFence(hall, node);
            default -> new Command.RetireNode(other % 3 == 0 ? node : hall.nodes().getLast().id());
        };
    }

    private Command voteOrFence(Hall hall, NodeId node) {
        if (other % 4 == 0) {
            return takeOver(hall, satellite(hall).orElse(node));
        }
        return fenced(hall)
                .<Command>map(Command.RejoinNode::new)
                .orElseGet(() -> new Command.PromoteNode(satellite(hall).orElse(node)));
    }

    private Command takeOver(Hall hall, NodeId node) {
        List<NodeId> without =
                hall.nodes().stream()
                        .filter(one -> one.role() == NodeRole.VOTER && !one.id().equals(node))
                        .map(HallNode::id)
                        .toList();
        return new Command.TakeOver(node, hall.epoch().number() + 1, without, 1, other);
    }

    private static Optional<NodeId> fenced(Hall hall) {
        return hall.nodes().stream().filter(HallNode::isFenced).map(HallNode::id).findFirst();
    }

    private static Optional<NodeId> satellite(Hall hall) {
        return hall.nodes().stream()
                .filter(node -> node.role() == NodeRole.SATELLITE)
                .map(HallNode::id)
                .findFirst();
    }

    /** Somebody finds something wrong, or something is done about it, in order or not. */
    private Command desk(Hall hall, int number) {
        if (who % 5 == 0) {
            return new Command.Complain("c" + number, "kiosk", "灯坏了", Optional.empty(), contact());
        }
        List<RectificationAct> acts = Samples.rectificationActs();
        return new Command.Rectify(
                rectification(hall), other % 3 == 0 ? acts.get(who % acts.size()) : next(hall));
    }

    private Optional<Contact> contact() {
        return other % 2 == 0 ? Optional.of(Day.CONTACT) : Optional.empty();
    }

    private String rectification(Hall hall) {
        List<Rectification> open = List.copyOf(hall.rectifications());
        return open.isEmpty() ? "nobody" : open.get(other % open.size()).id();
    }

    /** {@return what is to be done about it now} */
    private RectificationAct next(Hall hall) {
        Rectification.Step step =
                hall.findRectification(rectification(hall))
                        .map(Rectification::step)
                        .orElse(Rectification.Step.VERIFY);
        return switch (step) {
            case VERIFY -> new RectificationAct.Verify(RectificationAct.Finding.CONFIRMED, "属实");
            case CONTACT ->
                    new RectificationAct.Contact(
                            who % 2 == 0
                                    ? RectificationAct.Reach.REACHED
                                    : RectificationAct.Reach.NOT_REACHED,
                            "电话");
            case FIX -> new RectificationAct.Fix(RectificationAct.Remedy.FIXED, "已改");
            case REPLY -> new RectificationAct.Reply("答复");
            case FOLLOW_UP ->
                    new RectificationAct.FollowUp(
                            RectificationAct.Opinion.NOT_REACHED, Optional.empty());
            case CLOSE -> new RectificationAct.Close("办结");
            case REVIEW ->
                    new RectificationAct.Review(
                            who % 2 == 0
                                    ? RectificationAct.Decision.UPHELD
                                    : RectificationAct.Decision.REJECTED,
                            "复核");
        };
    }

    /** {@return who does it: not always the same, for nobody reviews their own appeal} */
    TokenId by() {
        return new TokenId("test-" + who % 3);
    }

    /** Seldom the end of the day, and then the next one. */
    private Command day(Hall hall) {
        if (hall.day().isPresent()) {
            return who % 20 == 0
                    ? new Command.CloseDay(hall.day().get().date())
                    : new Command.ExpireNoShows();
        }
        return new Command.OpenDay(
                hall.lastClosed().map(last -> last.plusDays(1)).orElse(Day.MONDAY));
    }

    /** {@return the time of this step; after a day was closed it is the next morning} */
    Instant at(Hall hall, Instant last) {
        Instant next = last.plusSeconds(seconds);
        if (hall.day().isPresent()) {
            return next;
        }
        if (act == 37) {
            // A closed hall may stay closed until somebody has waited too long for an answer.
            return hall.rectifications().stream()
                    .findFirst()
                    .map(Rectification::due)
                    .filter(next::isBefore)
                    .orElse(next);
        }
        LocalDate day = hall.lastClosed().map(closed -> closed.plusDays(1)).orElse(Day.MONDAY);
        Instant morning = day.atTime(8, 0).atZone(hall.furnishing().zone()).toInstant();
        return next.isAfter(morning) ? next : morning;
    }
}
