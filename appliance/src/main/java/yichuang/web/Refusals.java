package yichuang.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import yichuang.cluster.RequestFailed;
import yichuang.hall.NodeId;
import yichuang.hall.Refusal;
import yichuang.hall.TicketState;
import yichuang.leader.TryAgain;
import yichuang.log.LogUnavailable;
import yichuang.records.Missing;
import yichuang.records.RecordsUnavailable;

/** What went against a request, as the contract's problem: a refusal of the hall, or a failure. */
final class Refusals {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private Refusals() {}

    static ProblemFound missing(String field) {
        return Problem.of(ProblemType.MISSING_FIELD).with("field", field).found();
    }

    static ProblemFound malformed(String field, String wanted) {
        return Problem.of(ProblemType.MALFORMED)
                .with("field", field)
                .with("wanted", wanted)
                .found();
    }

    static ProblemFound unknownAddress(String what) {
        return Problem.of(ProblemType.UNKNOWN_ADDRESS).with("address", what).found();
    }

    /** Somebody has closed it, perhaps a moment ago. */
    static ProblemFound rectificationClosed(String id, Instant at, Front front) {
        return Problem.of(ProblemType.RECTIFICATION_ORDER)
                .saying("rectification-order.closed")
                .with("rectification", id)
                .with("closedAt", front.time(at))
                .found();
    }

    /** Changes can be made on no node just now. */
    static ProblemFound nobodyLeads(String words) {
        return Problem.of(ProblemType.NO_LEADER).saying(words).retryAfter(SHORTLY).found();
    }

    /** Another node did not answer. */
    static ProblemFound unanswered(RequestFailed failed) {
        return switch (failed.known()) {
            case NOT_SENT -> nobodyLeads("no-leader");
            case UNKNOWN, REFUSED -> nobodyLeads("no-leader.unanswered");
        };
    }

    static ProblemFound deviceAway(String device, String node) {
        return notNow("device-away").with("device", device).with("node", node).found();
    }

    /** The hall said no. */
    static ProblemFound of(Refusal refusal, ZoneId zone) {
        return problem(refusal, zone).found();
    }

    private static Problem problem(Refusal refusal, ZoneId zone) {
        return switch (refusal) {
            case Refusal.UnknownTicket unknown ->
                    Problem.of(ProblemType.UNKNOWN_TICKET).with("ticket", unknown.ticket());
            case Refusal.UnknownWindow unknown ->
                    Problem.of(ProblemType.UNKNOWN_WINDOW).with("window", unknown.window());
            case Refusal.Unknown unknown -> unknown(unknown);
            case Refusal.WindowClosed closed ->
                    Problem.of(ProblemType.WINDOW_CLOSED).with("window", closed.window().value());
            case Refusal.WindowBusy busy ->
                    Problem.of(ProblemType.WINDOW_BUSY)
                            .with("window", busy.window().value())
                            .with("number", busy.number())
                            .with("since", clock(busy.since(), zone));
            case Refusal.NothingHere nothing ->
                    notNow("nothing-here")
                            .with("window", nothing.window().value())
                            .with("state", code(nothing.is()))
                            .with("act", nothing.act());
            case Refusal.TicketElsewhere elsewhere -> elsewhere(elsewhere);
            case Refusal.Unskilled unskilled ->
                    Problem.of(ProblemType.WINDOW_UNSKILLED)
                            .with("window", unskilled.window().value())
                            .with("item", unskilled.item().value());
            case Refusal.HallClosed closed ->
                    closed.opens()
                            .map(
                                    day ->
                                            Problem.of(ProblemType.HALL_CLOSED)
                                                    .with("opens", day.toString()))
                            .orElse(
                                    Problem.of(ProblemType.HALL_CLOSED)
                                            .saying("hall-closed.open-end"));
            case Refusal.NoShowTooEarly early ->
                    notNow("no-show-too-early")
                            .with("number", early.number())
                            .with("calls", early.calls())
                            .with("callsNeeded", early.callsNeeded())
                            .with("notBefore", clock(early.notBefore(), zone));
            case Refusal.RecallsUsed used ->
                    notNow("recalls-used")
                            .with("number", used.number())
                            .with("recallsMax", used.recallsMax());
            case Refusal.NothingToUndo nothing ->
                    notNow("nothing-to-undo")
                            .with("window", nothing.window().value())
                            .with("undoSeconds", nothing.undo().toSeconds());
            case Refusal.GraceOver over -> notNow("grace-over").with("number", over.number());
            case Refusal.PostponesUsed used ->
                    notNow("postpones-used")
                            .with("number", used.number())
                            .with("postponesMax", used.postponesMax());
            case Refusal.NobodyBehind nobody ->
                    notNow("nobody-behind").with("number", nobody.number());
            case Refusal.HelpAnswered answered ->
                    notNow("help-answered")
                            .with("by", answered.by())
                            .with("at", clock(answered.at(), zone));
            case Refusal.HelpFull full -> notNow("help-full").with("openMax", full.openMax());
            case Refusal.AlreadyRated rated ->
                    Problem.of(ProblemType.ALREADY_RATED).with("number", rated.number());
            case Refusal.NotRateable not ->
                    notNow("not-rateable")
                            .with("number", not.number())
                            .with("state", code(not.is()));
            case Refusal.RatingOver over -> notNow("rating-over").with("number", over.ticket());
            case Refusal.UnknownLevel unknown ->
                    Problem.of(ProblemType.UNKNOWN_LEVEL).with("level", unknown.level());
            case Refusal.UnknownReason unknown ->
                    Problem.of(ProblemType.UNKNOWN_REASON)
                            .with("reason", unknown.reason())
                            .with("level", unknown.level());
            case Refusal.ReasonNeeded needed ->
                    Problem.of(ProblemType.MISSING_FIELD)
                            .saying("missing-field.reasons")
                            .with("field", "reasons")
                            .with("level", needed.level());
            case Refusal.CommentTooLong comment ->
                    Problem.of(ProblemType.MALFORMED)
                            .saying("malformed.comment")
                            .with("length", comment.length())
                            .with("lengthMax", comment.lengthMax());
            case Refusal.NotRatedYet not -> notNow("not-rated-yet").with("number", not.number());
            case Refusal.NothingToExplain nothing ->
                    notNow("nothing-to-explain").with("number", nothing.number());
            case Refusal.RectificationOrder order ->
                    Problem.of(ProblemType.RECTIFICATION_ORDER)
                            .saying("rectification-order." + code(order.next()))
                            .with("rectification", order.rectification())
                            .with("asked", order.asked().name())
                            .with("next", order.next().name());
            case Refusal.RectificationUnnamed unnamed ->
                    notNow("rectification-unnamed").with("rectification", unnamed.rectification());
            case Refusal.AppealUsed used ->
                    notNow("appeal-used").with("rectification", used.rectification());
            case Refusal.OwnAppeal own ->
                    Problem.of(ProblemType.FORBIDDEN)
                            .saying("forbidden.own-appeal")
                            .with("rectification", own.rectification());
            case Refusal.ExtensionOver over ->
                    notNow(over.complex() ? "extended-before" : "extension-over")
                            .with("rectification", over.rectification());
            case Refusal.OpeningOver over ->
                    notNow("opening-over")
                            .with("unit", over.unit())
                            .with("until", clock(over.until(), zone));
            case Refusal.OpeningUsed used -> notNow("opening-used").with("unit", used.unit());
            case Refusal.UnitRatedEnough enough ->
                    notNow("unit-rated-" + code(enough.bound()))
                            .with("unit", enough.unit())
                            .with("perDay", enough.perDay());
            case Refusal.MissingField missing ->
                    Problem.of(ProblemType.MISSING_FIELD).with("field", missing.field());
            case Refusal.Hoarding hoarding ->
                    Problem.of(ProblemType.TOO_MANY)
                            .saying("too-many.tickets")
                            .with("item", hoarding.item().value())
                            .with("openMax", hoarding.openMax());
            case Refusal.KeyReused reused ->
                    Problem.of(ProblemType.KEY_REUSED).with("key", reused.key());
            case Refusal.Busy busy -> Problem.of(ProblemType.BUSY).retryAfter(A_WHILE);
            case Refusal.BadCode bad -> Problem.of(ProblemType.FORBIDDEN).saying("forbidden.code");
            case Refusal.DayConflict conflict ->
                    notNow("day-conflict").with("day", conflict.day().toString());
            case Refusal.NodeTaken taken -> notNow("node-taken").with("node", taken.node().value());
            case Refusal.VotersFull full ->
                    notNow("voters-full").with("votersMax", full.votersMax());
            case Refusal.NodeCodesFull full ->
                    notNow("node-codes-full").with("openMax", full.openMax());
            case Refusal.NodeCodeNeeded needed ->
                    notNow("node-code-needed").with("node", needed.node().value());
            case Refusal.NodeCodeUsed used ->
                    notNow("node-code-used").with("at", clock(used.used(), zone));
            case Refusal.NodeCodeOver over ->
                    notNow("node-code-over").with("until", clock(over.until(), zone));
            case Refusal.NodeCodeForOther other ->
                    notNow("node-code-for-other")
                            .with("node", other.node().value())
                            .with("role", other.role().word());
            case Refusal.NoVoterLeft none ->
                    notNow("no-voter-left").with("node", none.node().value());
            case Refusal.EpochOver over -> notNow("epoch-over").with("epoch", over.epoch());
            case Refusal.OtherVoters other ->
                    notNow("other-voters")
                            .with(
                                    "voters",
                                    other.voters().stream()
                                            .map(NodeId::value)
                                            .collect(Collectors.joining(", ")));
            case Refusal.NodeFenced fenced ->
                    notNow("node-fenced").with("node", fenced.node().value());
            case Refusal.WindowCutOff cut ->
                    notNow("window-cut-off")
                            .with("window", cut.window().value())
                            .with("node", cut.node().value())
                            .with("since", clock(cut.since(), zone));
            case Refusal.OnIsland on ->
                    notNow("on-island")
                            .with("node", on.node().value())
                            .with("since", clock(on.since(), zone));
            case Refusal.TicketCutOff cut ->
                    notNow("ticket-cut-off")
                            .with("number", cut.number())
                            .with("node", cut.node().value());
            case Refusal.IslandGap gap ->
                    notNow("island-gap").with("node", gap.node().value()).with("next", gap.next());
            case Refusal.IslandEpoch other ->
                    notNow("island-epoch")
                            .with("node", other.node().value())
                            .with("epoch", other.epoch());
        };
    }

    private static Problem unknown(Refusal.Unknown unknown) {
        return switch (unknown.what()) {
            case "item", "theme", "choice" ->
                    Problem.of(ProblemType.UNKNOWN_ITEM)
                            .with("what", unknown.what())
                            .with("value", unknown.value());
            case "token",
                    "help",
                    "unit",
                    "node",
                    "node-code",
                    "island",
                    "conflict",
                    "rectification" ->
                    Problem.of(ProblemType.UNKNOWN_ADDRESS).with("address", unknown.value());
            default ->
                    Problem.of(ProblemType.MALFORMED)
                            .saying("malformed.unknown")
                            .with("field", unknown.what())
                            .with("value", unknown.value());
        };
    }

    private static Problem elsewhere(Refusal.TicketElsewhere elsewhere) {
        Problem problem =
                Problem.of(ProblemType.TICKET_ELSEWHERE)
                        .with("number", elsewhere.number())
                        .with("state", code(elsewhere.is()));
        return elsewhere.window().isPresent()
                ? problem.saying("ticket-elsewhere.window")
                        .with("window", elsewhere.window().get().value())
                : problem;
    }

    static Problem notNow(String why) {
        return Problem.of(ProblemType.NOT_NOW).saying("not-now." + why);
    }

    /** What failed on the way, or empty when it is a bug. */
    static Optional<Problem> of(Throwable failure) {
        return switch (failure) {
            case ProblemFound found -> Optional.of(found.problem());
            case LogUnavailable away ->
                    Optional.of(
                            switch (away.reason()) {
                                case READ_ONLY ->
                                        Problem.of(ProblemType.READ_ONLY).retryAfter(A_WHILE);
                                case FENCED ->
                                        Problem.of(ProblemType.READ_ONLY)
                                                .saying("read-only.fenced")
                                                .with("node", away.getMessage());
                                case NO_LEADER ->
                                        Problem.of(ProblemType.NO_LEADER).retryAfter(SHORTLY);
                                case BUSY -> Problem.of(ProblemType.BUSY).retryAfter(SHORTLY);
                            });
            case RequestFailed failed -> Optional.of(unanswered(failed).problem());
            case NotNow not -> Optional.of(notNow(not.words()).with("node", not.node()));
            // This node closes, or begins anew in another role.
            case RejectedExecutionException closing ->
                    Optional.of(Problem.of(ProblemType.NO_LEADER).retryAfter(SHORTLY));
            case TryAgain again ->
                    Optional.of(Problem.of(ProblemType.TRY_AGAIN).retryAfter(SHORTLY));
            case RecordsUnavailable away ->
                    Optional.of(
                            away.missing()
                                    .map(Refusals::behind)
                                    .orElseGet(() -> Problem.of(ProblemType.RECORDS_BEHIND))
                                    .retryAfter(A_WHILE));
            default -> Optional.empty();
        };
    }

    private static Problem behind(Missing missing) {
        Problem problem =
                Problem.of(ProblemType.RECORDS_BEHIND)
                        .with("from", missing.from())
                        .with("upTo", missing.upTo());
        return missing.lender()
                .map(
                        node ->
                                problem.with("lender", node)
                                        .with("rows", missing.rows())
                                        .saying("records-behind.copying"))
                .orElseGet(() -> problem.saying("records-behind.nobody"));
    }

    static String code(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String code(TicketState state) {
        return code((Enum<?>) state);
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }
}
