package yichuang.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import yichuang.hall.Command;
import yichuang.hall.Correction;
import yichuang.hall.Event;
import yichuang.hall.HelpCall;
import yichuang.hall.NodeId;
import yichuang.hall.Setup;
import yichuang.hall.TicketId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.hall.codec.Codec;

/**
 * One act of staff, manager or admin as the trail tells it. What visitors do by themselves (take,
 * rate, complain, ask for a helper) and what the hall does by its clock to single tickets is no act
 * of theirs.
 */
record Act(String act, Optional<WindowId> window, Optional<TicketId> ticket, String details) {
    private static final Codec<Setup> SETUPS = Codec.of(Setup.class);
    private static final Codec<Command> COMMANDS = Codec.of(Command.class);

    static Optional<Act> of(Command command, TokenId by, List<Event> events) {
        return switch (command) {
            case Command.Configure one ->
                    hall(
                            "configure",
                            Json.object(
                                    "hall",
                                    one.setup().hall(),
                                    "sha256",
                                    Hash.of(SETUPS.encode(one.setup()))));
            case Command.OpenDay one -> hall("open-day", Json.object("day", one.day()));
            case Command.CloseDay one -> hall("close-day", Json.object("day", one.day()));
            case Command.CorrectTime one -> hall("correct-time", Json.object("to", one.to()));
            case Command.CancelTicket one -> ofTicket("cancel", one.ticket(), Json.object());
            case Command.ChangeItems one ->
                    ofTicket("change", one.ticket(), Json.object("items", one.items()));
            case Command.ComeBack one -> ofTicket("come-back", one.ticket(), Json.object());
            case Command.Postpone one ->
                    ofTicket(
                            "postpone",
                            one.ticket(),
                            Json.object(
                                    "by", one.by(), "passed", one.passed(), "since", one.since()));
            case Command.Reprint one ->
                    ofTicket("reprint", one.ticket(), Json.object("printer", one.printer()));
            case Command.OpenWindow one ->
                    atWindow("open", one.window(), events, Json.object("staff", one.staff()));
            case Command.PauseWindow one -> atWindow("pause", one.window(), events, Json.object());
            case Command.CloseWindow one -> atWindow("close", one.window(), events, Json.object());
            case Command.Call one ->
                    atWindow(
                            "call",
                            one.window(),
                            events,
                            Json.object(
                                    "leg",
                                    one.leg(),
                                    "policy",
                                    one.why().policy(),
                                    "reason",
                                    one.why().reason()));
            case Command.Recall one -> atWindow("recall", one.window(), events, Json.object());
            case Command.Serve one -> atWindow("serve", one.window(), events, Json.object());
            case Command.Hold one -> atWindow("hold", one.window(), events, Json.object());
            case Command.Transfer one ->
                    atWindow(
                            "transfer",
                            one.window(),
                            events,
                            Json.object(
                                    "toWindow",
                                    one.toWindow(),
                                    "toItem",
                                    one.toItem(),
                                    "note",
                                    one.note()));
            case Command.NoShow one -> atWindow("no-show", one.window(), events, Json.object());
            case Command.Finish one ->
                    atWindow("finish", one.window(), events, finished(one, events));
            case Command.Undo one -> atWindow("undo", one.window(), events, undone(events));
            case Command.AnswerDuty one ->
                    ofTicket(
                            "answer-duty",
                            one.ticket(),
                            Json.object("leg", one.leg(), "answer", one.answer()));
            case Command.Rate one ->
                    Entering.byManager(one.channel(), by)
                            ? ofTicket(
                                    "enter-rating",
                                    one.ticket(),
                                    Json.object("id", one.id(), "channel", one.channel().code()))
                            : Optional.empty();
            case Command.RateUnit one -> Optional.empty();
            case Command.ExplainRating one -> Optional.empty();
            case Command.GrantToken one -> hall("grant-token", token(one.token()));
            case Command.RevokeToken one -> hall("revoke-token", Json.object("token", one.token()));
            case Command.IssueCode one ->
                    hall(
                            "issue-code",
                            Json.object(
                                    "role",
                                    one.code().role().code(),
                                    "window",
                                    one.code().window(),
                                    "device",
                                    one.code().device(),
                                    "label",
                                    one.code().label()));
            case Command.UseCode one ->
                    hall("use-code", Json.object("token", one.id(), "browser", one.browser()));
            case Command.InviteNode one ->
                    hall("invite-node", Json.object("node", one.node(), "role", one.role().word()));
            case Command.AdmitNode one ->
                    hall(
                            "admit-node",
                            Json.object(
                                    "node",
                                    one.node(),
                                    "role",
                                    one.role().word(),
                                    "address",
                                    one.address(),
                                    "serial",
                                    one.serial()));
            case Command.MoveNode one ->
                    hall(
                            "move-node",
                            Json.object(
                                    "node",
                                    one.node(),
                                    "address",
                                    one.address(),
                                    "serial",
                                    one.serial()));
            case Command.RetireNode one -> hall("retire-node", Json.object("node", one.node()));
            case Command.PromoteNode one -> hall("promote-node", Json.object("node", one.node()));
            case Command.TakeOver one ->
                    hall(
                            "take-over",
                            Json.object(
                                    "node",
                                    one.node(),
                                    "epoch",
                                    one.epoch(),
                                    "without",
                                    one.without().stream()
                                            .map(NodeId::value)
                                            .collect(Collectors.joining(" "))));
            case Command.RejoinNode one -> hall("rejoin-node", Json.object("node", one.node()));
            case Command.ResendLetter one ->
                    hall(
                            "resend-letter",
                            Json.object(
                                    "letter",
                                    one.letter(),
                                    "fields",
                                    one.corrections().stream().map(Correction::field).toList()));
            case Command.NameApplicant one ->
                    ofTicket("name-applicant", one.ticket(), Json.object());
            case Command.EraseApplicants one ->
                    hall("erase-applicants", Json.object("before", one.deliveredBefore()));
            case Command.NoteDelivered one -> Optional.empty();
            case Command.SetLettersAside one -> Optional.empty();
            case Command.NoteInvitations one -> Optional.empty();
            case Command.CutOff one -> hall("cut-off", Json.object("node", one.node()));
            case Command.EndCutOff one -> hall("end-cut-off", Json.object("node", one.node()));
            case Command.ReleaseWindow one ->
                    atWindow("release", one.window(), events, Json.object());
            case Command.BeginIsland one ->
                    hall("begin-island", Json.object("node", one.node(), "epoch", one.epoch()));
            case Command.JoinIsland one ->
                    hall(
                            "join-island",
                            Json.object(
                                    "node",
                                    one.node(),
                                    "epoch",
                                    one.epoch(),
                                    "first",
                                    one.entries().getFirst().sequence(),
                                    "last",
                                    one.entries().getLast().sequence(),
                                    "sha256",
                                    Hash.of(COMMANDS.encode(one))));
            case Command.SettleConflict one ->
                    hall(
                            "settle-conflict",
                            Json.object("conflict", one.conflict(), "note", one.note()));
            case Command.Rectify one ->
                    hall(
                            "rectification-" + one.act().code(),
                            Json.object(
                                    "rectification",
                                    one.rectification(),
                                    "result",
                                    one.act().result(),
                                    "textSha256",
                                    one.act()
                                            .said()
                                            .map(
                                                    text ->
                                                            Hash.of(
                                                                    text.getBytes(
                                                                            StandardCharsets
                                                                                    .UTF_8)))));
            case Command.EscalateRectifications one ->
                    hall("escalate-rectifications", Json.object("overdue", overdue(events)));
            case Command.ExpireNoShows one -> Optional.empty();
            case Command.TakeTicket one -> Optional.empty();
            case Command.NotePrinted one -> Optional.empty();
            case Command.Complain one -> Optional.empty();
            case Command.AskHelp one ->
                    one.kind() == HelpCall.Kind.HELPER
                            ? Optional.empty()
                            : hall(
                                    "ask-help",
                                    Json.object(
                                            "help",
                                            one.id(),
                                            "kind",
                                            one.kind().code(),
                                            "where",
                                            one.where()));
            case Command.AnswerHelp one ->
                    hall("answer-help", Json.object("help", one.help(), "by", one.by()));
        };
    }

    private static Optional<Act> hall(String act, String details) {
        return Optional.of(new Act(act, Optional.empty(), Optional.empty(), details));
    }

    private static Optional<Act> ofTicket(String act, TicketId ticket, String details) {
        return Optional.of(new Act(act, Optional.empty(), Optional.of(ticket), details));
    }

    private static Optional<Act> atWindow(
            String act, WindowId window, List<Event> events, String details) {
        Optional<TicketId> ticket =
                events.stream()
                        .filter(Event.AtWindow.class::isInstance)
                        .map(event -> ((Event.AtWindow) event).ticket().id())
                        .findFirst();
        return Optional.of(new Act(act, Optional.of(window), ticket, details));
    }

    private static String finished(Command.Finish finish, List<Event> events) {
        Optional<Event.LegClosed> closed =
                events.stream()
                        .filter(Event.LegClosed.class::isInstance)
                        .map(Event.LegClosed.class::cast)
                        .findFirst();
        return Json.object(
                "outcome",
                finish.outcome().code(),
                "caseNumber",
                closed.map(event -> event.closing().caseNumber()),
                "item",
                finish.item());
    }

    private static List<String> overdue(List<Event> events) {
        return events.stream()
                .filter(Event.RectificationOverdue.class::isInstance)
                .map(event -> ((Event.RectificationOverdue) event).rectification())
                .map(one -> one.id() + " " + one.step())
                .toList();
    }

    private static String undone(List<Event> events) {
        return Json.object(
                "act",
                events.stream()
                        .filter(Event.Undone.class::isInstance)
                        .map(event -> ((Event.Undone) event).act())
                        .findFirst());
    }

    private static String token(Token token) {
        return Json.object(
                "token",
                token.id(),
                "role",
                token.role().code(),
                "window",
                token.window(),
                "device",
                token.device(),
                "label",
                token.label());
    }
}
