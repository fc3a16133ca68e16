package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One of everything that is ever stored, for the golden files. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-03-02T01:02:03.000456Z");
    private static final Instant LATE = Instant.parse("2026-03-03T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final TicketId TICKET = new TicketId("abcdefghijkmnpqr");
    private static final WindowId WINDOW = new WindowId("3");
    private static final TokenId TOKEN = new TokenId("kiosk-1");
    private static final NodeId NODE = new NodeId("n2");
    private static final Contact CONTACT =
            new Contact("p1", Optional.of("s.e"), "138****5678", true);
    private static final Opening OPENING = new Opening("0p", AT, "d1", "a1");
    private static final Outlook OUTLOOK =
            new Outlook(
                    7,
                    Optional.of(new Outlook.Wait(Duration.ofMinutes(5), Duration.ofMinutes(12))));
    private static final EnrolCode CODE =
            new EnrolCode(
                    "c0de", Role.WINDOW, Optional.of(WINDOW), Optional.of("w3-keypad"), "3号窗口", AT);

    private Samples() {}

    static List<Command> commands() {
        return List.of(
                new Command.Configure(Halls.small()),
                new Command.OpenDay(DAY),
                new Command.CloseDay(DAY),
                new Command.ExpireNoShows(),
                new Command.CorrectTime(AT),
                new Command.TakeTicket(
                        TICKET,
                        List.of(Halls.SOCIAL, Halls.MEDICAL),
                        Optional.of(new ThemeCode("退休")),
                        Optional.of(List.of("licence")),
                        3,
                        Optional.of(new GroupCode("elderly")),
                        Optional.of("R1"),
                        "en",
                        Optional.of(CONTACT),
                        OUTLOOK),
                new Command.CancelTicket(TICKET),
                new Command.ChangeItems(TICKET, List.of(Halls.MEDICAL)),
                new Command.ComeBack(TICKET),
                new Command.Postpone(TICKET, 3, 2, AT),
                new Command.Reprint(TICKET, "k1-printer"),
                new Command.NotePrinted(List.of(TICKET), List.of()),
                new Command.OpenWindow(WINDOW, Optional.of(new StaffId("s1"))),
                new Command.PauseWindow(WINDOW),
                new Command.CloseWindow(WINDOW),
                new Command.Call(
                        WINDOW,
                        TICKET,
                        1,
                        new Why(
                                "built-in",
                                Why.Reason.WEIGHTED,
                                Duration.ofMillis(90_500),
                                181_000,
                                4)),
                new Command.Recall(WINDOW),
                new Command.Serve(WINDOW),
                new Command.Hold(WINDOW),
                new Command.Transfer(
                        WINDOW,
                        Optional.of(new WindowId("4")),
                        Optional.empty(),
                        Optional.of("便条")),
                new Command.NoShow(WINDOW),
                new Command.Finish(
                        WINDOW,
                        new Outcome.AcceptedDeferred(List.of("照片"), DAY.plusDays(3)),
                        Optional.of("case-1"),
                        Optional.of(Halls.MEDICAL),
                        Optional.of("note"),
                        2),
                new Command.Undo(WINDOW),
                new Command.AnswerDuty(TICKET, 0, "可以"),
                new Command.Rate(
                        "r1",
                        TICKET,
                        2,
                        Channel.QR,
                        List.of("213"),
                        Optional.of("慢"),
                        1,
                        Optional.of(CONTACT)),
                new Command.ExplainRating(TICKET, List.of("213"), Optional.of("慢")),
                new Command.Complain(
                        "c1", "kiosk", "厕所没有纸", Optional.of(TICKET), Optional.of(CONTACT)),
                new Command.Rectify(
                        "r1",
                        new RectificationAct.Contact(RectificationAct.Reach.NOT_REACHED, "无人接听")),
                new Command.EscalateRectifications(),
                new Command.RateUnit("u1", "cheguan", 2, List.of("213"), Optional.of("慢"), OPENING),
                new Command.AskHelp(
                        "h1", HelpCall.Kind.HELPER, "k1", Optional.empty(), Optional.of("轮椅")),
                new Command.AnswerHelp("h1", "window 3"),
                new Command.GrantToken(
                        new Token(
                                TOKEN,
                                "ha5h",
                                Role.KIOSK,
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                "k1",
                                AT)),
                new Command.RevokeToken(TOKEN),
                new Command.IssueCode(CODE),
                new Command.UseCode("c0de", TOKEN, "ha5h", true),
                new Command.InviteNode("abcd", "9f00", NODE, NodeRole.VOTER, AT),
                new Command.AdmitNode(
                        Optional.of("abcd"), NODE, NodeRole.SATELLITE, "10.0.0.2:7400", "1f"),
                new Command.MoveNode(NODE, "10.0.0.3:7400", "2f"),
                new Command.RetireNode(NODE),
                new Command.PromoteNode(NODE),
                new Command.TakeOver(NODE, 2, List.of(new NodeId("n1")), 7, 4711),
                new Command.RejoinNode(NODE),
                new Command.NoteInvitations(
                        List.of(new InvitationNote(TICKET, InvitationNote.Fate.SENT, "ok"))),
                new Command.NoteDelivered(List.of(new Delivery("service:case-1:1", "success"))),
                new Command.SetLettersAside(
                        List.of(new DeadLetter("rating:case-1:1:1", "tag unknown"))),
                new Command.ResendLetter(
                        "rating:case-1:1:1", List.of(new Correction("evalDetail", "213"))),
                new Command.NameApplicant(TICKET, "s.e"),
                new Command.EraseApplicants(AT),
                new Command.CutOff(NODE),
                new Command.ReleaseWindow(WINDOW),
                new Command.EndCutOff(NODE),
                new Command.BeginIsland(NODE, 3, List.of(WINDOW)),
                new Command.JoinIsland(
                        NODE,
                        3,
                        List.of(
                                new IslandEntry(
                                        2,
                                        0,
                                        entry(new Command.OpenDay(DAY)),
                                        new Event.DayOpened(AT, DAY),
                                        Optional.empty()))),
                new Command.SettleConflict("s1-3-2-0", Optional.of("看过")));
    }

    /** Each is stored within a command. */
    static List<RectificationAct> rectificationActs() {
        return List.of(
                new RectificationAct.Verify(RectificationAct.Finding.PARTLY, "部分属实"),
                new RectificationAct.Contact(RectificationAct.Reach.REACHED, "已致歉"),
                new RectificationAct.Fix(RectificationAct.Remedy.EXPLAINED, "已说明"),
                new RectificationAct.Reply("答复"),
                new RectificationAct.FollowUp(
                        RectificationAct.Opinion.SATISFIED, Optional.of("满意")),
                new RectificationAct.Appeal(RectificationAct.Ground.MISTAKEN, "按错了"),
                new RectificationAct.Review(RectificationAct.Decision.UPHELD, "录像为证"),
                new RectificationAct.Extend("要会同两个部门"),
                new RectificationAct.Close("办结"),
                new RectificationAct.Reveal());
    }

    static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Done(),
                new Outcome.Accepted(DAY),
                new Outcome.AcceptedDeferred(List.of("照片"), DAY),
                new Outcome.Committed("承诺"),
                new Outcome.Forwarded("张店区", "courier"),
                new Outcome.Guided(List.of("申请表")),
                new Outcome.Redirected("3号窗口", "王芳"),
                new Outcome.Consult("业务科", AT),
                new Outcome.Abandoned());
    }

    static List<Receipt> receipts() {
        return List.of(
                new Receipt.Taken(TICKET, "A", "A0012", OUTLOOK, AT),
                new Receipt.OfTicket(TICKET, "A0012", TicketState.CANCELLED),
                new Receipt.OfWindow(
                        WINDOW,
                        Window.State.CALLED,
                        Optional.of(
                                new Receipt.Visitor(
                                        TICKET,
                                        "A0012",
                                        TicketState.CALLED,
                                        List.of(Halls.SOCIAL),
                                        Optional.of(Why.byHand(Duration.ofSeconds(5))),
                                        Optional.of("case-1")))),
                new Receipt.Rated("r1", TICKET, 5, AT),
                new Receipt.Noted("n1", AT),
                new Receipt.Postponed(TICKET, "A0012", 2, 1),
                new Receipt.Help("h1", HelpCall.Kind.SECURITY, "window 3", AT),
                new Receipt.Granted(TOKEN, Role.WINDOW, Optional.of(WINDOW)),
                new Receipt.OfNode(NODE, NodeRole.SATELLITE, AT),
                new Receipt.OfPart(NODE, 3, 12, AT));
    }

    /** {@return a hall with something in every drawer} */
    static Hall hall() {
        Day day =
                Day.play(
                        """
                        08:30     window 1 opens s1
                        08:30     window 3 opens
                        08:31     A0001 takes 社保 as elderly
                        08:32     A0002 takes theme 退休
                        08:33     A0003 takes 社保
                        08:34     window 1 calls A0001
                        08:35     window 1 serves
                        08:40     window 1 finishes ACCEPTED_DEFERRED 照片
                        08:41     A0001 presses 2
                        08:42     window 1 calls A0002
                        08:43     window 1 serves
                        08:44     window 1 finishes CONSULT 业务科
                        08:45     window 1 calls A0003
                        08:46     window 1 holds
                        08:47     A0004 takes 社保
                        08:48     A0005 takes 社保
                        08:49     A0004 postpones 1
                        08:49     k1 asks for helper
                        08:49     3 asks for colleague
                        08:50     k1 is answered by helper-1
                        08:51     A0001 rates 4 again
                        08:52     k1 complains named
                        08:53     officer verifies c-k1 CONFIRMED
                        08:54     officer phones c-k1 NOT_REACHED
                        08:55     officer extends c-k1
                        08:56     manager appeals r-A0001-1 MISTAKEN
                        08:57     k2 complains
                        """);
        Hall hall = day.hall();
        hall.apply(new Entry(hall.at(), TOKEN, key("k1"), new Command.IssueCode(CODE)));
        hall.apply(
                new Entry(
                        hall.at(),
                        TOKEN,
                        key("k2"),
                        new Command.GrantToken(
                                new Token(
                                        TOKEN,
                                        "ha5h",
                                        Role.KIOSK,
                                        Optional.empty(),
                                        Optional.empty(),
                                        false,
                                        "k1",
                                        hall.at()))));
        hall.apply(
                new Entry(
                        hall.at(),
                        TOKEN,
                        key("k3"),
                        new Command.RateUnit(
                                "u1",
                                "cheguan",
                                5,
                                List.of(),
                                Optional.empty(),
                                new Opening("0p", LATE, "d1", "a1"))));
        nodes().forEach(
                        command ->
                                hall.apply(new Entry(hall.at(), TOKEN, Optional.empty(), command)));
        return hall;
    }

    /** {@return one node of each kind, one retired, and codes open and used} */
    private static List<Command> nodes() {
        NodeId gone = new NodeId("n3");
        return List.of(
                new Command.AdmitNode(
                        Optional.empty(), new NodeId("n1"), NodeRole.VOTER, "10.0.0.1:7400", "1a"),
                new Command.InviteNode("abcd", "9f00", NODE, NodeRole.SATELLITE, LATE),
                new Command.InviteNode("efgh", "9f01", gone, NodeRole.VOTER, LATE),
                new Command.InviteNode("ijkl", "9f02", gone, NodeRole.VOTER, LATE),
                new Command.AdmitNode(
                        Optional.of("abcd"), NODE, NodeRole.SATELLITE, "10.0.0.2:7400", "2a"),
                new Command.AdmitNode(
                        Optional.of("efgh"), gone, NodeRole.VOTER, "10.0.0.3:7400", "3a"),
                new Command.MoveNode(NODE, "10.0.0.2:7401", "2b"),
                new Command.RetireNode(gone),
                new Command.TakeOver(NODE, 2, List.of(new NodeId("n1")), 7, 4711));
    }

    static Entry entry(Command command) {
        return new Entry(AT, TOKEN, key("key-1"), command);
    }

    private static Optional<RequestKey> key(String key) {
        return Optional.of(new RequestKey(TOKEN, key, "0123456789abcdef"));
    }
}
