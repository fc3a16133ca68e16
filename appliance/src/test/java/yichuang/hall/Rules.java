package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold in the hall after every command, whatever was asked. */
public final class Rules {
    private final Map<TicketId, Ticket> known = new LinkedHashMap<>();
    private final Set<String> rated = new LinkedHashSet<>();
    private final Set<String> rectified = new LinkedHashSet<>();
    private final Map<WindowId, Optional<Window.Turn>> cutOff = new LinkedHashMap<>();

    /** {@return the rules for a hall that has had a life before} */
    static Rules from(Hall hall) {
        Rules rules = new Rules();
        hall.rectifications().forEach(one -> rules.rectified.add(one.id()));
        for (Ticket ticket : hall.tickets()) {
            hall.findClaim(ticket.id())
                    .flatMap(Claim::first)
                    .filter(given -> !given.unexplained())
                    .ifPresent(given -> rules.rectified.add(given.id()));
        }
        return rules;
    }

    public void hold(Hall hall, Command command, Answer answer) {
        oneWindowPerTicket(hall);
        numbersWithoutGaps(hall);
        nobodyIsLost(hall, command);
        endedStaysEnded(hall, command);
        nobodyGetsAhead(hall);
        helpIsAskedOnce(hall);
        oneRatingPerServedVisit(hall, answer);
        everyNegativeRatingIsFollowedUp(hall, answer);
        rectificationsAreSound(hall);
        theRosterIsSound(hall);
        cutOffWindowsStand(hall, command);
        hall.tickets().forEach(ticket -> known.put(ticket.id(), ticket));
    }

    /**
     * Who was at a window when it was cut off stays there, unless a manager takes them away or the
     * window's node comes home.
     */
    private void cutOffWindowsStand(Hall hall, Command command) {
        if (hall.island().isPresent()) {
            return; // The windows are its own; of the cut-off it knows from the hall.
        }
        boolean may =
                switch (command) {
                    case Command.ReleaseWindow _,
                            Command.JoinIsland _,
                            Command.EndCutOff _,
                            Command.RetireNode _,
                            Command.TakeOver _ ->
                            true;
                    default -> false;
                };
        Map<WindowId, Optional<Window.Turn>> now = new LinkedHashMap<>();
        for (CutOffNode cut : hall.cutOff()) {
            for (WindowId id : cut.windows()) {
                Optional<Window.Turn> turn = hall.findWindow(id).flatMap(Window::turn);
                now.put(id, turn);
                assertTrue(
                        may || turn.equals(cutOff.getOrDefault(id, turn)),
                        () -> "moved at a window that is cut off: " + id + " by " + command);
            }
        }
        cutOff.clear();
        cutOff.putAll(now);
    }

    /**
     * One to five voters once there is a node, and nobody is a member with a revoked certificate.
     */
    private static void theRosterIsSound(Hall hall) {
        long voters = hall.nodes().stream().filter(node -> node.role() == NodeRole.VOTER).count();
        assertTrue(hall.nodes().isEmpty() ? voters == 0 : voters >= 1 && voters <= 5);
        List<String> revoked = hall.revokedSerials();
        for (HallNode node : hall.nodes()) {
            assertFalse(revoked.contains(node.serial()), node.id().value());
            node.formerSerial().ifPresent(serial -> assertFalse(revoked.contains(serial)));
        }
        long open = hall.nodeCodes().stream().filter(code -> code.isOpen(hall.at())).count();
        assertTrue(open <= RosterRules.OPEN_CODES_MAX);
    }

    /**
     * A window's turn and the leg's window agree, both ways, and a ticket has at most one leg at a
     * window.
     */
    private static void oneWindowPerTicket(Hall hall) {
        Map<TicketId, WindowId> at = new LinkedHashMap<>();
        for (Window window : hall.windows()) {
            window.turn()
                    .ifPresent(
                            turn -> {
                                assertEquals(
                                        null,
                                        at.put(turn.ticket(), window.id()),
                                        "a ticket at two windows");
                                Leg leg =
                                        hall.findTicket(turn.ticket())
                                                .orElseThrow()
                                                .legs()
                                                .get(turn.leg());
                                assertEquals(window.id(), leg.window().orElseThrow());
                                assertEquals(
                                        window.state() == Window.State.CALLED
                                                ? LegState.CALLED
                                                : LegState.SERVING,
                                        leg.state());
                            });
        }
        for (Ticket ticket : hall.tickets()) {
            long legsAtWindow =
                    ticket.legs().stream().filter(leg -> leg.state().atWindow()).count();
            assertEquals(at.containsKey(ticket.id()) ? 1 : 0, legsAtWindow, ticket.number());
        }
    }

    private static void numbersWithoutGaps(Hall hall) {
        Map<String, List<Integer>> given = new LinkedHashMap<>();
        LocalDate today =
                hall.day().map(BusinessDay::date).or(hall::lastClosed).orElse(LocalDate.MIN);
        for (Ticket ticket : hall.tickets()) {
            if (ticket.day().equals(today)) {
                given.computeIfAbsent(ticket.series(), series -> new ArrayList<>())
                        .add(ticket.sequence());
            }
        }
        given.forEach(
                (series, numbers) -> {
                    for (int i = 0; i < numbers.size(); i++) {
                        assertEquals(
                                i + 1, numbers.get(i), series + " has a gap or a number twice");
                    }
                });
    }

    /** A ticket goes from the hall only with a new day, and only when it had ended. */
    private void nobodyIsLost(Hall hall, Command command) {
        for (Ticket ticket : List.copyOf(known.values())) {
            if (hall.findTicket(ticket.id()).isEmpty()) {
                assertTrue(
                        command instanceof Command.OpenDay || opensExtraDay(command),
                        "lost " + ticket);
                assertTrue(ticket.isEnded(), "lost while open: " + ticket);
                known.remove(ticket.id());
            }
        }
    }

    private static boolean opensExtraDay(Command command) {
        return command instanceof Command.OpenWindow;
    }

    private void endedStaysEnded(Hall hall, Command command) {
        for (Ticket ticket : hall.tickets()) {
            Ticket before = known.get(ticket.id());
            if (before != null && before.isEnded() && !takesBack(command, ticket)) {
                assertEquals(
                        before.legs(), ticket.legs(), () -> "changed after its end by " + command);
            }
        }
    }

    private static boolean takesBack(Command command, Ticket ticket) {
        return switch (command) {
            case Command.Undo _ -> true;
            case Command.JoinIsland join ->
                    join.entries().stream()
                            .anyMatch(
                                    entry ->
                                            entry.event() instanceof Event.Undone undone
                                                    && undone.ticket().id().equals(ticket.id()));
            default -> false;
        };
    }

    /**
     * Whatever is done to a ticket, its wait never counts from earlier than before, and never from
     * a time to come: a postponed ticket is overdue no later than its bound after now.
     */
    private void nobodyGetsAhead(Hall hall) {
        for (Ticket ticket : hall.tickets()) {
            Ticket before = known.getOrDefault(ticket.id(), ticket);
            assertTrue(
                    ticket.isEnded()
                            || !ticket.currentLeg().since().isBefore(before.currentLeg().since()),
                    () -> "got ahead: " + before + " now " + ticket);
            assertTrue(
                    ticket.isEnded() || !ticket.currentLeg().since().isAfter(hall.at()),
                    "from the future");
            assertTrue(ticket.postponed() <= hall.furnishing().rules().postponesMax());
        }
    }

    private static void helpIsAskedOnce(Hall hall) {
        Set<String> open = new LinkedHashSet<>();
        hall.help().forEach(call -> assertTrue(open.add(call.kind() + " at " + call.where())));
        assertTrue(open.size() <= HelpRules.OPEN_MAX);
    }

    private void oneRatingPerServedVisit(Hall hall, Answer answer) {
        if (answer instanceof Answer.Agreed(List<Event> events, Receipt receipt)
                && receipt instanceof Receipt.Rated one) {
            Event.Rated event =
                    events.stream()
                            .filter(Event.Rated.class::isInstance)
                            .map(Event.Rated.class::cast)
                            .reduce((first, second) -> second)
                            .orElseThrow();
            assertTrue(rated.add(event.number() + " of " + one.ticket()), "rated twice");
            assertTrue(
                    event.level() > RatingRules.NEGATIVE_MAX
                            || event.channel() == Channel.KEYPAD
                            || !event.reasons().isEmpty()
                            || event.comment().isPresent(),
                    "negative without a word");
            Ticket ticket = hall.findTicket(one.ticket()).orElseThrow();
            assertTrue(ticket.isEnded() && ticket.wasServed(), "rated without service");
        }
    }

    /** Whatever else is done: from the moment it is known what was said. */
    private void everyNegativeRatingIsFollowedUp(Hall hall, Answer answer) {
        if (answer instanceof Answer.Agreed agreed) {
            agreed.events().stream()
                    .filter(Event.RectificationOpened.class::isInstance)
                    .map(event -> ((Event.RectificationOpened) event).rectification().id())
                    .forEach(id -> assertTrue(rectified.add(id), () -> id + " opened twice"));
        }
        if (hall.island().isPresent()) {
            return; // They open in the hall when it comes home.
        }
        for (Ticket ticket : hall.tickets()) {
            Optional<Claim> claim = hall.findClaim(ticket.id());
            claim.flatMap(Claim::first)
                    .filter(given -> given.level() <= RatingRules.NEGATIVE_MAX)
                    .filter(given -> !given.unexplained())
                    .ifPresent(
                            given ->
                                    assertTrue(
                                            rectified.contains(given.id()),
                                            () -> "nobody follows up " + claim));
        }
    }

    private static void rectificationsAreSound(Hall hall) {
        for (Rectification one : hall.rectifications()) {
            Rectification.Deadlines by = one.deadlines();
            assertFalse(by.fix().isBefore(by.verify()), one::toString);
            assertFalse(by.reply().isBefore(by.fix()), one::toString);
            assertFalse(by.followUp().isBefore(by.reply()), one::toString);
            assertTrue(
                    one.step() != Rectification.Step.CONTACT
                            || (one.isNamed() && one.triedOn().size() < RectificationRules.TRIES),
                    one::toString);
            assertEquals(
                    one.isAppealed(),
                    one.appeal().filter(appeal -> appeal.decision().isEmpty()).isPresent(),
                    one::toString);
            assertTrue(!one.isExcluded() || one.step() == Rectification.Step.CLOSE, one::toString);
        }
    }
}
