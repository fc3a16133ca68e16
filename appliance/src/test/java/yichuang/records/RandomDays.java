package yichuang.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Contact;
import yichuang.hall.Correction;
import yichuang.hall.DeadLetter;
import yichuang.hall.Delivery;
import yichuang.hall.Duty;
import yichuang.hall.Halls;
import yichuang.hall.HelpCall;
import yichuang.hall.InvitationNote;
import yichuang.hall.ItemCode;
import yichuang.hall.Opening;
import yichuang.hall.Outcome;
import yichuang.hall.Rectification;
import yichuang.hall.RectificationAct;
import yichuang.hall.Role;
import yichuang.hall.Setup;
import yichuang.hall.StaffId;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/**
 * Some days of a small hall by chance, from a seed: everything that leaves rows happens often, and
 * much of it is undone, corrected or refused.
 */
final class RandomDays {
    private static final Contact CONTACT =
            new Contact("p1", Optional.of("sealed"), "138****5678", true);

    private final Random random;
    private final Story story = Story.begins();
    private final List<TicketId> taken = new ArrayList<>();
    private int next;

    private RandomDays(long seed) {
        this.random = new Random(seed);
    }

    static Story play(long seed, int commands) {
        RandomDays days = new RandomDays(seed);
        while (days.story.entries().size() < commands) {
            days.story.later(days.random.nextInt(15));
            days.story.sayAs("test-" + days.random.nextInt(2), days.command());
        }
        return days.story;
    }

    private Command command() {
        WindowId window = new WindowId(String.valueOf(1 + random.nextInt(4)));
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3, 4, 5 -> take();
            case 6, 7, 8, 9, 10, 11 -> call(window);
            case 12, 13, 14, 15 -> new Command.Serve(window);
            case 16, 17, 18, 19, 20 -> finish(window);
            case 21, 22, 23 -> new Command.Recall(window);
            case 24, 25 -> new Command.NoShow(window);
            case 26, 27 -> new Command.Undo(window);
            case 28 -> new Command.Hold(window);
            case 29 ->
                    new Command.Transfer(
                            window, Optional.empty(), Optional.of(item()), Optional.of("材料不同"));
            case 30 -> new Command.ComeBack(ticket());
            case 31 -> new Command.ChangeItems(ticket(), List.of(item()));
            case 32, 33 -> rate();
            case 34 ->
                    random.nextBoolean()
                            ? new Command.OpenWindow(window, Optional.of(new StaffId("s1")))
                            : new Command.CloseWindow(window);
            case 35 -> random.nextBoolean() ? said() : desk();
            case 36 -> random.nextBoolean() ? answer() : platform();
            case 37 -> new Command.NotePrinted(List.of(ticket()), List.of(ticket()));
            case 38 ->
                    random.nextBoolean()
                            ? new Command.CancelTicket(ticket())
                            : new Command.ExpireNoShows();
            default -> seldom();
        };
    }

    private Command take() {
        TicketId id = new TicketId("t" + next++);
        taken.add(id);
        Command.TakeTicket take =
                Story.take(
                        id.value(),
                        random.nextInt(3) == 0 ? List.of(item(), item()) : List.of(item()),
                        Optional.empty());
        return random.nextBoolean() ? take : reached(take);
    }

    /** Somebody who left a number, and agreed to be sent a link to rate by or did not. */
    private Command reached(Command.TakeTicket take) {
        return new Command.TakeTicket(
                take.id(),
                take.items(),
                take.theme(),
                take.choices(),
                take.count(),
                take.group(),
                take.returning(),
                take.language(),
                Optional.of(
                        new Contact(
                                "p" + next++,
                                Optional.of("sealed" + next),
                                "138****5678",
                                random.nextBoolean())),
                take.outlook());
    }

    private Command call(WindowId window) {
        List<Ticket> open = story.hall().tickets().stream().filter(one -> !one.isEnded()).toList();
        if (open.isEmpty()) {
            return take();
        }
        Ticket one = open.get(random.nextInt(open.size()));
        return new Command.Call(
                window, one.id(), random.nextInt(one.legs().size()), Why.byHand(Duration.ZERO));
    }

    private Command finish(WindowId window) {
        Instant now = story.hall().at();
        Outcome outcome =
                switch (random.nextInt(6)) {
                    case 0 -> new Outcome.Guided(List.of("申请表", "\"照片\", 两张"));
                    case 1 -> new Outcome.Redirected("1", "王芳");
                    case 2 -> new Outcome.Consult("张科长", now.plusSeconds(3600));
                    case 3 -> new Outcome.Abandoned();
                    case 4 -> new Outcome.AcceptedDeferred(List.of("照片"), Story.DAY.plusDays(9));
                    default -> new Outcome.Done();
                };
        return new Command.Finish(
                window,
                outcome,
                random.nextInt(5) == 0
                        ? Optional.of("CASE-" + random.nextInt(3))
                        : Optional.empty(),
                random.nextInt(5) == 0 ? Optional.of(item()) : Optional.empty(),
                random.nextInt(3) == 0 ? Optional.of("=1+1") : Optional.empty(),
                0);
    }

    private Command rate() {
        return new Command.Rate(
                "r" + next++,
                ticket(),
                1 + random.nextInt(5),
                random.nextBoolean() ? Channel.KEYPAD : Channel.PAPER,
                List.of(),
                random.nextBoolean() ? Optional.of("快") : Optional.empty(),
                random.nextInt(4) == 0 ? 2 : 1,
                Optional.empty());
    }

    private Command said() {
        return switch (random.nextInt(5)) {
            case 3 -> rateUnit();
            case 0 ->
                    new Command.Complain(
                            "c" + next++,
                            "kiosk",
                            "太慢了",
                            Optional.of(ticket()),
                            random.nextBoolean() ? Optional.of(CONTACT) : Optional.empty());
            case 1 -> postpone();
            case 2 ->
                    new Command.AskHelp(
                            "h" + next++,
                            HelpCall.Kind.HELPER,
                            "kiosk-" + random.nextInt(3),
                            Optional.empty(),
                            Optional.empty());
            default ->
                    new Command.AnswerHelp(
                            story.hall().help().stream()
                                    .findFirst()
                                    .map(HelpCall::id)
                                    .orElse("nobody"),
                            "helper");
        };
    }

    /** Something is done about what was found wrong, mostly what is to be done next. */
    private Command desk() {
        List<Rectification> open = List.copyOf(story.hall().rectifications());
        if (open.isEmpty() || random.nextInt(12) == 0) {
            return new Command.EscalateRectifications();
        }
        Rectification one = open.get(random.nextInt(open.size()));
        return new Command.Rectify(one.id(), act(one.step()));
    }

    private RectificationAct act(Rectification.Step step) {
        if (random.nextInt(6) == 0) {
            return random.nextBoolean()
                    ? new RectificationAct.Appeal(RectificationAct.Ground.MISTAKEN, "按错了")
                    : new RectificationAct.Extend("要会同两个部门");
        }
        return switch (step) {
            case VERIFY -> new RectificationAct.Verify(RectificationAct.Finding.PARTLY, "属实");
            case CONTACT -> new RectificationAct.Contact(RectificationAct.Reach.REACHED, "已致歉");
            case FIX -> new RectificationAct.Fix(RectificationAct.Remedy.FIXED, "已改");
            case REPLY -> new RectificationAct.Reply("已整改，谢谢");
            case FOLLOW_UP ->
                    new RectificationAct.FollowUp(
                            RectificationAct.Opinion.NOT_REACHED, Optional.empty());
            case CLOSE -> new RectificationAct.Close("办结");
            case REVIEW ->
                    new RectificationAct.Review(
                            random.nextBoolean()
                                    ? RectificationAct.Decision.UPHELD
                                    : RectificationAct.Decision.REJECTED,
                            "看过录像");
        };
    }

    private Command rateUnit() {
        return new Command.RateUnit(
                "u" + next++,
                "cheguan",
                1 + random.nextInt(5),
                List.of(),
                Optional.of("快"),
                new Opening(
                        "o" + next++,
                        story.hall().at().plusSeconds(60),
                        "d" + random.nextInt(3),
                        "a" + random.nextInt(3)));
    }

    private Command postpone() {
        return new Command.Postpone(ticket(), 2, 1, story.hall().at());
    }

    private Command answer() {
        return story.hall().duties().stream()
                .map(
                        (Duty duty) ->
                                (Command) new Command.AnswerDuty(duty.ticket(), duty.leg(), "可以"))
                .findFirst()
                .orElseGet(this::said);
    }

    /** The platform has a letter, refuses one, gets it again; a name comes and goes. */
    private Command platform() {
        String letter =
                story.hall().findTicket(ticket()).stream()
                        .flatMap(one -> one.legs().stream())
                        .flatMap(leg -> leg.closing().stream())
                        .map(one -> "service:" + one.caseNumber() + ":" + one.serviceNumber())
                        .findFirst()
                        .orElse("service:nobody:1");
        return switch (random.nextInt(7)) {
            case 4 ->
                    new Command.NoteInvitations(
                            List.of(new InvitationNote(ticket(), InvitationNote.Fate.SENT, "ok")));
            case 0 -> new Command.SetLettersAside(List.of(new DeadLetter(letter, "字段不合法")));
            case 1 -> new Command.ResendLetter(letter, List.of(new Correction("mobile", "1")));
            case 2 -> new Command.NameApplicant(ticket(), "sealed" + next++);
            case 3 -> new Command.EraseApplicants(story.hall().at());
            default -> new Command.NoteDelivered(List.of(new Delivery(letter, "success")));
        };
    }

    private Command seldom() {
        Instant now = story.hall().at();
        return switch (random.nextInt(6)) {
            case 0 -> new Command.CloseDay(Story.DAY);
            case 1 -> new Command.OpenDay(Story.DAY.plusDays(1));
            case 2 -> new Command.CorrectTime(now.minusSeconds(60));
            case 3 -> new Command.Configure(renamed());
            case 4 -> new Command.OpenDay(Story.DAY);
            default ->
                    new Command.GrantToken(
                            new Token(
                                    new TokenId("k" + next++),
                                    "hash",
                                    Role.WINDOW,
                                    Optional.of(new WindowId("1")),
                                    Optional.empty(),
                                    true,
                                    "1号窗口",
                                    now));
        };
    }

    /** The catalogue gives an item another name: rows of before keep the old one. */
    private Setup renamed() {
        Setup small = Halls.small();
        return new Setup(
                small.hall(),
                small.name() + next++,
                small.timeZone(),
                small.zones(),
                small.series(),
                small.items(),
                small.themes(),
                small.windows(),
                small.groups(),
                List.of(
                        new yichuang.hall.Staff(new StaffId("s1"), "王芳" + next),
                        new yichuang.hall.Staff(new StaffId("s2"), "李强" + next)),
                small.hours(),
                small.workingDays(),
                small.rules(),
                small.ratings(),
                small.islands());
    }

    private ItemCode item() {
        return List.of(Halls.SOCIAL, Halls.MEDICAL, Halls.LICENCE).get(random.nextInt(3));
    }

    private TicketId ticket() {
        return taken.isEmpty()
                ? new TicketId("nobody")
                : taken.get(Math.max(0, taken.size() - 1 - random.nextInt(8)));
    }
}
