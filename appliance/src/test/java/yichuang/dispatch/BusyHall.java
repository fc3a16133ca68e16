package yichuang.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.GroupCode;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.Setup;
import yichuang.hall.Theme;
import yichuang.hall.ThemeCode;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/** A hall where anything may happen next, and the two policies that watch it. */
final class BusyHall {
    private static final TokenId BY = new TokenId("test");

    final Hall hall = new Hall();
    final Dispatch dispatch;
    final PlainPolicy plain;
    Instant now = Instant.parse("2026-03-02T00:00:00Z");
    private final PolicySettings.Mode mode;
    private final Random random;
    private final int items;
    private int tickets;

    BusyHall(Setup setup, PolicySettings settings, Random random) {
        this.mode = settings.mode();
        this.random = random;
        this.items = setup.items().size();
        this.dispatch = new Dispatch(settings, Patience.DESK);
        this.plain = new PlainPolicy(settings);
        apply(new Command.Configure(setup));
        apply(new Command.OpenDay(Furnished.DAY));
    }

    /** Two in five times somebody comes; else somebody or some window does something. */
    void step() {
        now = now.plusSeconds(random.nextInt(90)).plusMillis(random.nextInt(1000));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> take();
            case 8, 9 -> apply(new Command.OpenWindow(window(), Optional.empty()));
            case 10, 11, 12 -> call();
            case 13 -> apply(new Command.Serve(window()));
            case 14 -> finish();
            case 15 -> apply(new Command.Hold(window()));
            case 16 -> comeBack();
            case 17 -> apply(transfer());
            case 18 -> anyTicket().ifPresent(id -> apply(new Command.CancelTicket(id)));
            default -> rarer();
        }
    }

    private void rarer() {
        switch (random.nextInt(7)) {
            case 0 -> apply(new Command.CloseWindow(window()));
            case 1 -> apply(new Command.Undo(window()));
            case 2 -> apply(new Command.NoShow(window()));
            case 3 -> apply(new Command.PauseWindow(window()));
            case 4 ->
                    anyTicket()
                            .ifPresent(
                                    id ->
                                            apply(
                                                    new Command.ChangeItems(
                                                            id, List.of(item(), item()))));
            case 5 -> anyTicket().ifPresent(id -> postpone(id, 1 + random.nextInt(4)));
            default -> rebuild();
        }
    }

    Postponement postpone(TicketId ticket, int by) {
        Postponement decided = dispatch.postponed(hall, ticket, by, now);
        apply(new Command.Postpone(ticket, by, decided.passed(), decided.since()));
        return decided;
    }

    /** What a rebuilt policy cannot know are turns that left no trace; only shares ask for them. */
    private void rebuild() {
        if (mode != PolicySettings.Mode.SHARES) {
            dispatch.rebuild(hall);
        }
    }

    void take() {
        Optional<ThemeCode> theme =
                switch (random.nextInt(6)) {
                    case 0 -> Optional.of(Furnished.ANY_ORDER);
                    case 1 -> Optional.of(Furnished.IN_ORDER);
                    default -> Optional.empty();
                };
        TicketId id = new TicketId("t" + tickets++);
        Optional<GroupCode> group = group();
        List<ItemCode> asked = theme.isPresent() ? List.of() : List.of(item());
        if (random.nextInt(4) == 0) {
            List<ItemCode> first =
                    theme.map(
                                    code ->
                                            hall.furnishing()
                                                    .findTheme(code)
                                                    .filter(
                                                            one ->
                                                                    one.order()
                                                                            == Theme.Order
                                                                                    .ANY_ORDER)
                                                    .map(Theme::legs)
                                                    .orElse(List.of(Furnished.item(0))))
                            .orElse(asked);
            dispatch.expect(hall, id, first, group, Ticket.Standing.ORDINARY, now);
            plain.expect(id, first, group, Ticket.Standing.ORDINARY, now);
            if (random.nextBoolean()) {
                return;
            }
        }
        take(id, asked, theme, group);
    }

    /** Somebody without a claim takes a ticket for this. */
    void take(ItemCode item) {
        take(new TicketId("t" + tickets++), List.of(item), Optional.empty(), Optional.empty());
    }

    private void take(
            TicketId id,
            List<ItemCode> asked,
            Optional<ThemeCode> theme,
            Optional<GroupCode> group) {
        apply(
                new Command.TakeTicket(
                        id,
                        asked,
                        theme,
                        Optional.empty(),
                        1,
                        group,
                        Optional.empty(),
                        "zh",
                        Optional.empty(),
                        new Outlook(0, Optional.empty())));
    }

    /** A call travels: claimed, then applied or refused, then released. */
    private void call() {
        WindowId window = window();
        Optional<Choice> choice = dispatch.choose(hall, window, now);
        if (choice.isEmpty()) {
            return;
        }
        Choice chosen = choice.get();
        dispatch.claim(chosen, window);
        plain.claim(chosen.ticket());
        if (random.nextInt(4) == 0) {
            take();
        }
        plain.release(chosen.ticket());
        if (random.nextInt(5) != 0) {
            apply(new Command.Call(window, chosen.ticket(), chosen.leg(), chosen.why()));
        }
        dispatch.release(chosen, window);
    }

    private void finish() {
        apply(
                new Command.Finish(
                        window(),
                        new Outcome.Done(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0));
    }

    private void comeBack() {
        List<TicketId> away =
                hall.tickets().stream()
                        .filter(
                                ticket ->
                                        switch (ticket.state()) {
                                            case HELD, NO_SHOW -> true;
                                            case WAITING,
                                                    CALLED,
                                                    SERVING,
                                                    CLOSED,
                                                    CANCELLED,
                                                    EXPIRED ->
                                                    false;
                                        })
                        .map(Ticket::id)
                        .toList();
        if (!away.isEmpty()) {
            apply(new Command.ComeBack(away.get(random.nextInt(away.size()))));
        }
    }

    private Command transfer() {
        return random.nextBoolean()
                ? new Command.Transfer(
                        window(), Optional.of(window()), Optional.empty(), Optional.empty())
                : new Command.Transfer(
                        window(), Optional.empty(), Optional.of(item()), Optional.empty());
    }

    Answer apply(Command command) {
        Answer answer = hall.apply(new Entry(now, BY, Optional.empty(), command));
        if (answer instanceof Answer.Agreed agreed) {
            plain.follow(agreed.events());
            dispatch.follow(hall, agreed.events());
        }
        return answer;
    }

    List<WindowId> windows() {
        return hall.windows().stream().map(Window::id).toList();
    }

    List<ItemCode> itemCodes() {
        List<ItemCode> codes = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            codes.add(Furnished.item(i));
        }
        return codes;
    }

    private Optional<TicketId> anyTicket() {
        List<TicketId> open =
                hall.tickets().stream()
                        .filter(ticket -> !ticket.isEnded())
                        .map(Ticket::id)
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(open.get(random.nextInt(open.size())));
    }

    private WindowId window() {
        return Furnished.window(random.nextInt(hall.windows().size()));
    }

    private ItemCode item() {
        return Furnished.item(random.nextInt(items));
    }

    private Optional<GroupCode> group() {
        int any = random.nextInt(4);
        return any < Furnished.GROUPS.size()
                ? Optional.of(Furnished.GROUPS.get(any))
                : Optional.empty();
    }
}
