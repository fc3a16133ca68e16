package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a day of the small hall from lines such as {@code 08:40 window 3 calls A0001 -> A0001
 * called}: a time, who does what, and after the arrow how a ticket or window stands then, or why
 * the hall refused. No arrow: the hall agrees.
 */
final class Day {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Contact CONTACT =
            new Contact("p1", Optional.of("sealed-number"), "138****5678", false);
    private static final TokenId BY = new TokenId("test");
    private static final Pattern LINE =
            Pattern.compile("(\\d\\d:\\d\\d(?::\\d\\d)?)\\s+(.*?)(?:\\s*->\\s*(.*))?");

    private final Hall hall = new Hall();
    private final Map<String, TicketId> byNumber = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();
    private LocalDate date = MONDAY;

    private Day() {
        ask(Instant.EPOCH, new Command.Configure(Halls.small()));
    }

    static Day play(String story) {
        Day day = new Day();
        day.open(MONDAY);
        return day.more(story);
    }

    /** Goes on with the same hall. */
    Day more(String story) {
        story.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line);
        return this;
    }

    Day open(LocalDate next) {
        date = next;
        ask(at("08:00"), new Command.OpenDay(next));
        return this;
    }

    /** From now on it is that day; nobody opens it. */
    Day on(LocalDate day) {
        date = day;
        return this;
    }

    Hall hall() {
        return hall;
    }

    List<Event> events() {
        return events;
    }

    Ticket ticket(String number) {
        return hall.findTicket(byNumber.get(number)).orElseThrow();
    }

    private void line(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            fail("not a line of a day: " + line);
        }
        String what = matcher.group(2).strip();
        Answer answer = ask(at(matcher.group(1)), by(what), command(what));
        expect(line, answer, Optional.ofNullable(matcher.group(3)).map(String::strip));
    }

    private void expect(String line, Answer answer, Optional<String> expected) {
        if (answer instanceof Answer.Refused refused) {
            String why = "refused " + refused.why().getClass().getSimpleName();
            assertEquals(expected.orElse("the hall agrees"), why, line);
            return;
        }
        if (answer instanceof Answer.Agreed agreed) {
            events.addAll(agreed.events());
            if (agreed.receipt() instanceof Receipt.Taken taken) {
                byNumber.put(taken.number(), taken.id());
            }
        }
        expected.ifPresent(state -> assertEquals(state, stateNow(state), line));
    }

    /** The state of whatever the expectation names. */
    private String stateNow(String expected) {
        String[] words = expected.split(" ", -1);
        if (words[0].equals("refused")) {
            return "the hall agreed";
        }
        if (words[0].equals("case")) {
            return "case " + words[1] + " " + CaseWords.standing(hall, words[1]);
        }
        if (words[0].equals("window")) {
            return "window "
                    + words[1]
                    + " "
                    + code(hall.findWindow(new WindowId(words[1])).orElseThrow().state());
        }
        return byNumber.containsKey(words[0])
                ? words[0] + " " + code(ticket(words[0]).state())
                : "no " + words[0];
    }

    private static String code(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static TokenId by(String what) {
        String who = what.split("\\s+", 2)[0];
        return CaseWords.isOfTheDesk(who) ? new TokenId(who) : BY;
    }

    private Answer ask(Instant at, Command command) {
        return ask(at, BY, command);
    }

    private Answer ask(Instant at, TokenId by, Command command) {
        return hall.apply(new Entry(at, by, Optional.empty(), command));
    }

    private Instant at(String time) {
        return date.atTime(LocalTime.parse(time)).atZone(hall.furnishing().zone()).toInstant();
    }

    private Command command(String text) {
        List<String> words = List.of(text.split("\\s+", -1));
        return switch (words.getFirst()) {
            case "window" ->
                    window(
                            new WindowId(words.get(1)),
                            words.get(2),
                            words.subList(3, words.size()));
            case "watch" -> new Command.ExpireNoShows();
            case "desk" -> new Command.EscalateRectifications();
            case "officer", "reviewer", "manager" -> CaseWords.command(words);
            case "day" -> new Command.CloseDay(date);
            default -> person(words.getFirst(), words.get(1), words.subList(2, words.size()));
        };
    }

    private Command window(WindowId id, String act, List<String> more) {
        return switch (act) {
            case "opens" -> new Command.OpenWindow(id, more.stream().findFirst().map(StaffId::new));
            case "pauses" -> new Command.PauseWindow(id);
            case "closes" -> new Command.CloseWindow(id);
            case "calls" -> call(id, more.getFirst());
            case "recalls" -> new Command.Recall(id);
            case "serves" -> new Command.Serve(id);
            case "holds" -> new Command.Hold(id);
            case "no-show" -> new Command.NoShow(id);
            case "undoes" -> new Command.Undo(id);
            case "sends" -> transfer(id, more);
            case "finishes" ->
                    new Command.Finish(
                            id,
                            outcome(more),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            0);
            default -> throw new IllegalArgumentException(act);
        };
    }

    /** A0001 calls the leg whose turn it is, A0001/1 the second one of a theme without an order. */
    private Command call(WindowId window, String whom) {
        int slash = whom.indexOf('/');
        TicketId ticket = ticketId(slash < 0 ? whom : whom.substring(0, slash));
        int leg =
                slash < 0
                        ? hall.findTicket(ticket).map(Ticket::current).orElse(0)
                        : Integer.parseInt(whom.substring(slash + 1));
        return new Command.Call(window, ticket, leg, Why.byHand(Duration.ZERO));
    }

    /** sends window 2, sends 医保. */
    private static Command transfer(WindowId id, List<String> more) {
        boolean toWindow = more.getFirst().equals("window");
        return new Command.Transfer(
                id,
                toWindow ? Optional.of(new WindowId(more.get(1))) : Optional.empty(),
                toWindow ? Optional.empty() : Optional.of(new ItemCode(more.getFirst())),
                Optional.empty());
    }

    private static Outcome outcome(List<String> words) {
        List<String> more = words.subList(1, words.size());
        LocalDate later = MONDAY.plusDays(7);
        return switch (words.getFirst()) {
            case "DONE" -> new Outcome.Done();
            case "ACCEPTED" -> new Outcome.Accepted(later);
            case "ACCEPTED_DEFERRED" -> new Outcome.AcceptedDeferred(more, later);
            case "COMMITTED" -> new Outcome.Committed(String.join(" ", more));
            case "FORWARDED" ->
                    new Outcome.Forwarded(more.isEmpty() ? "" : more.getFirst(), "courier");
            case "GUIDED" -> new Outcome.Guided(more);
            case "REDIRECTED" -> new Outcome.Redirected(String.join(" ", more), "");
            case "CONSULT" ->
                    new Outcome.Consult(
                            String.join(" ", more),
                            later.atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
            case "ABANDONED" -> new Outcome.Abandoned();
            default -> throw new IllegalArgumentException(words.toString());
        };
    }

    /** A0001 takes 社保 医保 as elderly; A0001 takes theme 退休; k1 asks for helper. */
    private Command person(String number, String act, List<String> more) {
        return switch (act) {
            case "takes" -> take(number, more);
            case "leaves" -> new Command.CancelTicket(ticketId(number));
            case "back" -> new Command.ComeBack(ticketId(number));
            case "postpones" -> postpone(ticketId(number), Integer.parseInt(more.getFirst()));
            case "asks" ->
                    new Command.AskHelp(
                            "h-" + number + "-" + hall.help().size(),
                            HelpCall.Kind.find(more.get(1)).orElseThrow(),
                            number,
                            Optional.empty(),
                            Optional.empty());
            case "is" -> new Command.AnswerHelp(lastHelp(number), more.get(2));
            case "wants" ->
                    new Command.ChangeItems(
                            ticketId(number), more.stream().map(ItemCode::new).toList());
            case "complains" ->
                    new Command.Complain(
                            "c-" + number,
                            "kiosk",
                            "灯坏了",
                            Optional.empty(),
                            more.contains("named") ? Optional.of(CONTACT) : Optional.empty());
            case "rates" -> rate(number, Channel.QR, more);
            case "presses" -> rate(number, Channel.KEYPAD, more);
            case "explains" ->
                    new Command.ExplainRating(ticketId(number), reasons(more), comment(more));
            default -> throw new IllegalArgumentException(act);
        };
    }

    /**
     * A0001 rates 2 213 慢 again named: reasons are numbers, a comment is a word, again is the
     * follow-up, named is who may be called back.
     */
    private Command rate(String number, Channel channel, List<String> more) {
        int count = more.contains("again") ? 2 : 1;
        List<String> said =
                more.subList(1, more.size()).stream()
                        .filter(word -> !List.of("again", "named").contains(word))
                        .toList();
        return new Command.Rate(
                "r-" + number + "-" + count,
                ticketId(number),
                Integer.parseInt(more.getFirst()),
                channel,
                reasons(said),
                comment(said),
                count,
                more.contains("named") ? Optional.of(CONTACT) : Optional.empty());
    }

    private static List<String> reasons(List<String> said) {
        return said.stream().filter(word -> Character.isDigit(word.charAt(0))).toList();
    }

    private static Optional<String> comment(List<String> said) {
        return said.stream().filter(word -> !Character.isDigit(word.charAt(0))).findFirst();
    }

    /** Where it stands then is decided as a hall without priorities would: by arrival alone. */
    private Command postpone(TicketId ticket, int by) {
        Instant since =
                hall.findTicket(ticket).map(one -> one.currentLeg().since()).orElse(hall.at());
        List<Instant> behind =
                hall.tickets().stream()
                        .filter(one -> one.currentLeg().state() == LegState.WAITING)
                        .map(one -> one.currentLeg().since())
                        .filter(other -> other.isAfter(since))
                        .sorted()
                        .limit(by)
                        .toList();
        return new Command.Postpone(
                ticket,
                by,
                behind.size(),
                behind.isEmpty() ? since : behind.getLast().plusNanos(1000));
    }

    /** {@return the call that was made last from there} */
    private String lastHelp(String where) {
        return events.stream()
                .filter(Event.HelpAsked.class::isInstance)
                .map(event -> ((Event.HelpAsked) event).call())
                .filter(call -> call.where().equals(where))
                .reduce((first, second) -> second)
                .map(HelpCall::id)
                .orElse("nobody");
    }

    private static Command take(String number, List<String> more) {
        int as = more.indexOf("as");
        int with = more.indexOf("with");
        boolean theme = more.getFirst().equals("theme");
        int end = as >= 0 ? as : with >= 0 ? with : more.size();
        return new Command.TakeTicket(
                new TicketId("id-" + number + "-" + more.hashCode()),
                theme || with == 0
                        ? List.of()
                        : more.subList(0, end).stream().map(ItemCode::new).toList(),
                theme ? Optional.of(new ThemeCode(more.get(1))) : Optional.empty(),
                Optional.empty(),
                1,
                as >= 0 ? Optional.of(new GroupCode(more.get(as + 1))) : Optional.empty(),
                with >= 0 ? Optional.of(more.get(with + 1)) : Optional.empty(),
                "zh",
                Optional.empty(),
                new Outlook(0, Optional.empty()));
    }

    TicketId ticketId(String number) {
        return byNumber.getOrDefault(number, new TicketId("nobody"));
    }
}
