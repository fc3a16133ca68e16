package yichuang.hall;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One batch of an island comes home, event by event, into a copy of the state. The island's word
 * stands for everything in its hands; where the main hall has gone on with a ticket meanwhile, the
 * first outcome stands and the second is a {@link Conflict}. docs/internals/island.md has the
 * table.
 */
final class Joining {
    private final State scratch;
    private final JoinedIsland island;
    private final Memory memory;
    private final Draft draft;
    private boolean windowsFollow;
    private IslandEntry now;
    private int conflicts;

    /**
     * Begins a batch.
     *
     * @param scratch a copy that may be written to
     * @param memory of the requests the main hall has answered
     * @param draft of the command that joins; takes the events
     */
    Joining(State scratch, JoinedIsland island, Memory memory, Draft draft) {
        this.scratch = scratch;
        this.island = island;
        this.memory = memory;
        this.draft = draft;
    }

    State scratch() {
        return scratch;
    }

    Instant at() {
        return draft.at();
    }

    Memory memory() {
        return memory;
    }

    /**
     * Nobody else acts on the island's windows while it comes home. When the hall gave the island
     * up during its life, or was furnished anew without it, its windows work for the hall again and
     * stay as they are.
     */
    void cutOff() {
        boolean givenUp = island.isGivenUp(Optional.ofNullable(scratch.cutOff.get(island.node())));
        boolean furnished =
                scratch.furnishing().setup().findIsland(island.node()).isPresent()
                        || scratch.findCutOff(island.node()).isPresent();
        if (!givenUp && furnished && scratch.findCutOff(island.node()).isEmpty()) {
            rule(draft.at(), step -> PartRules.cutOff(new Command.CutOff(island.node()), step));
        }
        windowsFollow = !givenUp && furnished;
    }

    /** Uses a rule of the hall on the copy. */
    void rule(Instant at, Consumer<Draft> rule) {
        Draft step = new Draft(scratch, draft.entry(), at);
        rule.accept(step);
        step.commit();
        step.events().forEach(draft::happened);
    }

    void take(IslandEntry entry) {
        now = entry;
        conflicts = 0;
        Optional<Event> taken =
                switch (entry.event()) {
                    case Event.TicketTaken it -> Optional.of(given(it));
                    case Event.AtWindow it -> new JoiningTurn(this, it).take();
                    case Event.OfTicket it -> ofTicket(it);
                    case Event.WindowChanged it -> Optional.of(window(it));
                    case Event.OfRoster _ -> Optional.empty();
                    case Event.IslandBegun it -> Optional.of(begun(it));
                    case Event.OfParts _ -> Optional.empty();
                    default -> JoinedWords.take(entry.event(), this);
                };
        taken.ifPresent(
                event -> {
                    draft.happened(
                            new Event.FromIsland(
                                    island.node(),
                                    island.epoch(),
                                    entry.entry(),
                                    entry.place() == 0,
                                    event));
                    rule(draft.at(), step -> RectificationStart.joined(event, step));
                });
        entry.receipt().ifPresent(this::remember);
    }

    /** A retry of the island's request is told here what it was told there. */
    private void remember(Receipt receipt) {
        now.entry()
                .key()
                .ifPresent(
                        key ->
                                draft.change(
                                        () ->
                                                memory.add(
                                                        new Remembered(key, draft.at(), receipt))));
    }

    /**
     * Who was at its windows and is there still, is in its hands; who was called there when it had
     * gone already, it does not know.
     */
    private Event begun(Event.IslandBegun begun) {
        begun.island().had().stream()
                .filter(this::isWhereTheIslandHadIt)
                .forEach(ticket -> scratch.inHands.put(ticket, island.node()));
        for (WindowId id : begun.island().windows()) {
            Optional.ofNullable(scratch.windows.get(id))
                    .filter(window -> follows(id))
                    .flatMap(Window::turn)
                    .filter(turn -> !begun.island().had().contains(turn.ticket()))
                    .ifPresent(turn -> displace(scratch.windows.get(id), turn));
        }
        return begun;
    }

    /**
     * {@return whether the hall did the same request itself, to the same ticket} Its answer was
     * lost at the cut, and whoever asked was told the island's.
     */
    boolean isAnsweredHere(TicketId about) {
        return now.entry()
                .key()
                .flatMap(
                        key ->
                                memory.find(key)
                                        .filter(before -> before.key().hash().equals(key.hash())))
                .map(Remembered::receipt)
                .filter(receipt -> isAbout(receipt, about))
                .isPresent();
    }

    private static boolean isAbout(Receipt receipt, TicketId ticket) {
        return switch (receipt) {
            case Receipt.OfWindow at ->
                    at.visitor().filter(visitor -> visitor.id().equals(ticket)).isPresent();
            case Receipt.Rated rated -> rated.ticket().equals(ticket);
            case Receipt.Noted noted -> noted.id().equals(ticket.value());
            default -> false;
        };
    }

    private Event given(Event.TicketTaken taken) {
        Ticket ticket = taken.ticket();
        now.entry().key().ifPresent(key -> onlyOnce(key, ticket));
        if (now.entry().command() instanceof Command.TakeTicket take) {
            take.returning().ifPresent(scratch.returns::remove);
        }
        if (scratch.day.filter(day -> day.date().equals(ticket.day())).isPresent()) {
            scratch.numbers.merge(ticket.series(), ticket.sequence(), Math::max);
        }
        return new Event.TicketTaken(taken.at(), put(ticket));
    }

    /**
     * Who asked both sides for one ticket was told of the island's: the main hall's answer was
     * lost. Its ticket goes, unless somebody called it already.
     */
    private void onlyOnce(RequestKey key, Ticket told) {
        memory.find(key)
                .map(Remembered::receipt)
                .filter(Receipt.Taken.class::isInstance)
                .map(receipt -> ((Receipt.Taken) receipt).id())
                .filter(id -> !id.equals(told.id()))
                .map(scratch.tickets::get)
                .filter(ticket -> !ticket.isEnded() || ticket.wasServed())
                .ifPresent(
                        twin -> {
                            if (neverCalled(twin)) {
                                rule(
                                        draft.at(),
                                        step ->
                                                TicketRules.cancel(
                                                        new Command.CancelTicket(twin.id()), step));
                            } else {
                                conflict(
                                        Conflict.Kind.TAKEN_TWICE,
                                        twin,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty());
                            }
                        });
    }

    private static boolean neverCalled(Ticket ticket) {
        return ticket.legs().stream().allMatch(leg -> leg.window().isEmpty());
    }

    /** An act on a ticket that is at no window: the island did it to what it had. */
    private Optional<Event> ofTicket(Event.OfTicket event) {
        Ticket ticket = event.ticket();
        if (!has(ticket.id()) && !isWhereTheIslandHadIt(ticket.id())) {
            return Optional.empty();
        }
        leaveWindows(ticket.id(), Optional.empty());
        Ticket put = put(ticket);
        if (put.returnCode().isPresent() && event instanceof Event.Expired) {
            returnRight(put);
        }
        if (event instanceof Event.Cancelled || event instanceof Event.Expired) {
            rule(event.at(), step -> ClosingRules.openClaim(put, step));
        }
        return Optional.of(
                switch (event) {
                    case Event.Cancelled it -> new Event.Cancelled(it.at(), put);
                    case Event.ItemsChanged it -> new Event.ItemsChanged(it.at(), put);
                    case Event.CameBack it -> new Event.CameBack(it.at(), put);
                    case Event.Expired it -> new Event.Expired(it.at(), put);
                    case Event.Postponed it -> new Event.Postponed(it.at(), put, it.passed());
                    case Event.ReprintAsked it ->
                            new Event.ReprintAsked(it.at(), put, it.printer());
                    case Event.Printed it -> new Event.Printed(it.at(), put);
                    case Event.TicketTaken it -> it;
                    case Event.AtWindow it -> it;
                });
    }

    private void returnRight(Ticket ticket) {
        String code = ticket.returnCode().orElseThrow();
        scratch.returns.put(code, DayRules.returnRight(ticket, code, draft));
    }

    private Event window(Event.WindowChanged changed) {
        return new Event.WindowChanged(changed.at(), place(changed.window()));
    }

    /** {@return the window as the hall has it now} */
    Window place(Window window) {
        Window before = scratch.windows.get(window.id());
        if (!follows(window.id())) {
            return before == null ? window : before;
        }
        before.turn().filter(turn -> !has(turn.ticket())).ifPresent(turn -> displace(before, turn));
        boolean theirs =
                window.turn()
                        .filter(turn -> has(turn.ticket()))
                        .map(turn -> scratch.tickets.get(turn.ticket()).legs().get(turn.leg()))
                        .filter(leg -> leg.state().atWindow())
                        .flatMap(Leg::window)
                        .filter(window.id()::equals)
                        .isPresent();
        Window placed =
                window.turn().isEmpty() || theirs
                        ? window
                        : window.in(Window.State.IDLE, window.since());
        Window sane = placed.notAfter(draft.at());
        scratch.windows.put(sane.id(), sane);
        return sane;
    }

    /** {@return whether the window is in the hall as it was on the island} */
    boolean follows(WindowId window) {
        return windowsFollow
                && scratch.windows.containsKey(window)
                && scratch.cutOffAt(window).isPresent();
    }

    /** Called to a window of the island when the island had gone, and nobody there knew. */
    private void displace(Window window, Window.Turn turn) {
        Ticket called = scratch.tickets.get(turn.ticket());
        conflict(
                Conflict.Kind.CALLED_WHILE_CUT_OFF,
                called,
                Optional.of(window.id()),
                Optional.empty(),
                Optional.empty());
        rule(draft.at(), step -> PartRules.free(window, turn, step));
        draft.change(() -> memory.forget(window.id(), turn.ticket()));
    }

    boolean has(TicketId ticket) {
        return island.node().equals(scratch.inHands.get(ticket));
    }

    /** {@return whether the main hall has left the ticket at the island's window} */
    boolean isWhereTheIslandHadIt(TicketId id) {
        return Optional.ofNullable(scratch.tickets.get(id))
                .map(Ticket::currentLeg)
                .filter(leg -> leg.state().atWindow())
                .flatMap(Leg::window)
                .flatMap(scratch::cutOffAt)
                .filter(cut -> cut.node().equals(island.node()))
                .isPresent();
    }

    /**
     * The ticket stands in the hall as on the island. No time of what is still open is one to come,
     * whatever the island's clock said, nor from before what it let go first here; at a window that
     * does not follow, it waits for that window.
     */
    Ticket put(Ticket ticket) {
        Ticket here = scratch.tickets.getOrDefault(ticket.id(), ticket);
        Ticket placed =
                ticket.openLegs(
                        leg -> {
                            Leg sane =
                                    leg.countingFrom(here.currentLeg().since())
                                            .notAfter(draft.at());
                            boolean nowhere =
                                    leg.state().atWindow()
                                            && !leg.window().filter(this::follows).isPresent();
                            return nowhere ? sane.waiting(draft.at(), leg.window()) : sane;
                        });
        scratch.tickets.put(placed.id(), placed);
        scratch.inHands.put(placed.id(), island.node());
        return placed;
    }

    /** No window but this one has the ticket any more. */
    void leaveWindows(TicketId ticket, Optional<WindowId> but) {
        scratch.windows.replaceAll(
                (id, window) ->
                        window.turn().filter(turn -> turn.ticket().equals(ticket)).isPresent()
                                        && !but.filter(id::equals).isPresent()
                                ? window.in(Window.State.IDLE, draft.at()).forgetting()
                                : window);
    }

    void conflict(
            Conflict.Kind kind,
            Ticket ticket,
            Optional<WindowId> window,
            Optional<Closing> closing,
            Optional<Integer> level) {
        conflict(kind, ticket.id(), ticket.number(), window, closing, level);
    }

    void conflict(
            Conflict.Kind kind,
            TicketId ticket,
            String number,
            Optional<WindowId> window,
            Optional<Closing> closing,
            Optional<Integer> level) {
        conflicts++;
        Conflict conflict =
                new Conflict(
                        "%s-%d-%d-%d"
                                .formatted(
                                        island.node(), island.epoch(), now.sequence(), conflicts),
                        kind,
                        island.node(),
                        island.epoch(),
                        draft.at(),
                        ticket,
                        number,
                        window,
                        closing,
                        level);
        scratch.conflicts.put(conflict.id(), conflict);
        draft.happened(new Event.ConflictFound(draft.at(), conflict));
    }
}
