package yichuang.dispatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.GroupCode;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.Refusal;
import yichuang.hall.Setup;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;

/** Plays one case in a hall of its own. */
final class CaseHall {
    private static final TokenId BY = new TokenId("cases");
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 3, 2);

    private final Hall hall = new Hall();
    private final CaseSetup setup;
    private final Dispatch dispatch;
    private LocalDate day = ANY_DAY;
    private boolean open;
    private int tickets;

    /** A window asked. */
    record Asked(Optional<String> expected, Optional<String> called, Optional<ScriptFault> fault) {}

    CaseHall(CaseSetup setup, Script script) {
        this.setup = setup;
        this.dispatch = new Dispatch(setup.settings(), Patience.DESK);
        dispatch.script(Optional.of(script));
    }

    /** Plays one line; {@return what came of it when a window asked} */
    Optional<Asked> play(CaseLine line) throws ScriptError {
        try {
            if (line.is("day")) {
                day = LocalDate.parse(line.word(1));
                return Optional.empty();
            }
            Instant at =
                    day.atTime(LocalTime.parse(line.word(0)))
                            .atZone(setup.furnished(day).zone())
                            .toInstant();
            openOnce(at, line);
            if (line.word(1).equals("window") && line.word(3).equals("next")) {
                return Optional.of(next(at, line));
            }
            if (line.word(2).equals("takes")) {
                take(at, line);
                return Optional.empty();
            }
        } catch (DateTimeException badTime) {
            throw line.wrong();
        }
        throw line.wrong();
    }

    private void openOnce(Instant at, CaseLine line) throws ScriptError {
        if (open) {
            return;
        }
        open = true;
        Setup furnished = setup.furnished(day);
        apply(at, new Command.Configure(furnished), line);
        apply(at, new Command.OpenDay(day), line);
        for (WindowSetup window : furnished.windows()) {
            apply(at, new Command.OpenWindow(window.id(), Optional.empty()), line);
        }
    }

    /** {@code 08:40 A0001 takes 开公司 as elderly}. */
    private void take(Instant at, CaseLine line) throws ScriptError {
        Optional<GroupCode> group =
                line.from(4).isEmpty() ? Optional.empty() : Optional.of(group(line));
        TicketId id = new TicketId("t" + tickets++);
        apply(
                at,
                new Command.TakeTicket(
                        id,
                        List.of(new ItemCode(line.word(3))),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        group,
                        Optional.empty(),
                        "zh",
                        Optional.empty(),
                        new Outlook(0, Optional.empty())),
                line);
        String number = hall.findTicket(id).orElseThrow().number();
        if (!number.equals(line.word(1))) {
            throw new ScriptError(
                    line.number(),
                    "这张号是 " + number + "。This ticket is " + number + ".",
                    "号码从 A0001 起按取号顺序写。Numbers follow from A0001.");
        }
    }

    private static GroupCode group(CaseLine line) throws ScriptError {
        if (!line.word(4).equals("as")) {
            throw line.wrong();
        }
        return new GroupCode(line.word(5));
    }

    /** {@code 09:00 window 4 next -> A0002}; whoever is called is served and leaves. */
    private Asked next(Instant at, CaseLine line) throws ScriptError {
        WindowId window = new WindowId(line.word(2));
        if (hall.furnishing().findWindow(window).isEmpty() || !line.word(4).equals("->")) {
            throw line.wrong();
        }
        Optional<String> expected =
                line.word(5).equals("nobody") ? Optional.empty() : Optional.of(line.word(5));
        int faultsBefore = dispatch.faults().size();
        Optional<Choice> choice = dispatch.choose(hall, window, at);
        Optional<ScriptFault> fault =
                dispatch.faults().size() > faultsBefore
                        ? Optional.of(dispatch.faults().getFirst())
                        : Optional.empty();
        if (choice.isPresent()) {
            serve(at, window, choice.get(), line);
        }
        Optional<String> called =
                choice.flatMap(one -> hall.findTicket(one.ticket())).map(Ticket::number);
        return new Asked(expected, called, fault);
    }

    private void serve(Instant at, WindowId window, Choice choice, CaseLine line)
            throws ScriptError {
        apply(at, new Command.Call(window, choice.ticket(), choice.leg(), choice.why()), line);
        apply(at, new Command.Serve(window), line);
        apply(
                at,
                new Command.Finish(
                        window,
                        new Outcome.Done(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0),
                line);
    }

    private void apply(Instant at, Command command, CaseLine line) throws ScriptError {
        switch (hall.apply(new Entry(at, BY, Optional.empty(), command))) {
            case Answer.Agreed agreed -> dispatch.follow(hall, agreed.events());
            case Answer.Repeated repeated -> {}
            case Answer.Refused refused -> throw refusal(refused.why(), line);
        }
    }

    private static ScriptError refusal(Refusal why, CaseLine line) {
        if (why instanceof Refusal.Unknown unknown) {
            return new ScriptError(
                    line.number(),
                    "没有 "
                            + unknown.value()
                            + "。There is no "
                            + unknown.what()
                            + " "
                            + unknown.value()
                            + ".",
                    "事项写在 item 行，人群写在 rate 行。Items stand in item lines, groups in rate lines.");
        }
        return line.wrong();
    }
}
