package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.records.Story.DAY;
import static yichuang.records.Story.NINE;
import static yichuang.records.Story.ONE;
import static yichuang.records.Story.THREE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.HelpCall;
import yichuang.hall.LegState;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.hall.WindowId;

/** What the records know of a visit when the hall has long forgotten it. */
class RecordsTest {
    @TempDir Path dir;

    private PastTicket told(Story story, String ticket) {
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            return records.history().findTicket(new TicketId(ticket)).orElseThrow();
        }
    }

    @Test
    void a_served_visit_is_told_with_its_times_and_names() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.later(20);
        story.serves(ONE);
        story.later(300);
        story.finishes(ONE, new Outcome.Guided(List.of("申请表")));

        PastTicket ticket = told(story, "t1");

        assertEquals("A0001", ticket.number());
        assertEquals(TicketState.CLOSED, ticket.state());
        PastTicket.PastLeg leg = ticket.legs().getFirst();
        assertEquals(NINE, leg.queuedAt().orElseThrow());
        assertEquals(NINE.plusSeconds(60), leg.firstCalledAt().orElseThrow());
        assertEquals(NINE.plusSeconds(80), leg.servingAt().orElseThrow());
        assertEquals(NINE.plusSeconds(380), leg.endedAt().orElseThrow());
        assertEquals("人社局", leg.department());
        assertEquals("GUIDED", leg.outcome().orElseThrow());
        assertEquals("{\"missing\":[\"申请表\"]}", leg.outcomeDetails().orElseThrow());
    }

    @Test
    void who_missed_the_call_and_came_back_keeps_the_first_call() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        story.later(60);
        story.calls(ONE, "t1", 0);
        story.misses(ONE);
        story.later(300);
        story.agree(new Command.ComeBack(new TicketId("t1")));
        story.later(30);
        story.calls(THREE, "t1", 0);

        PastTicket ticket = told(story, "t1");

        assertEquals(1, ticket.missedCalls());
        PastTicket.PastLeg leg = ticket.legs().getFirst();
        assertEquals(NINE.plusSeconds(60), leg.firstCalledAt().orElseThrow());
        assertEquals(NINE.plusSeconds(420), leg.calledAt().orElseThrow());
    }

    /** What was given away is not the hall's wait; when the ticket was taken stays a fact. */
    @Test
    void who_let_others_go_first_waits_from_where_they_stand_then() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        story.later(300);
        story.agree(new Command.Postpone(new TicketId("t1"), 2, 2, NINE.plusSeconds(240)));
        story.later(60);
        story.calls(ONE, "t1", 0);

        PastTicket ticket = told(story, "t1");

        assertEquals(NINE, ticket.takenAt());
        PastTicket.PastLeg leg = ticket.legs().getFirst();
        assertEquals(NINE.plusSeconds(240), leg.queuedAt().orElseThrow());
        assertEquals(NINE.plusSeconds(360), leg.firstCalledAt().orElseThrow());
    }

    @Test
    void a_call_for_help_keeps_who_went_and_when_or_that_nobody_did() {
        Story story = Story.begins();
        story.agree(ask("h1", HelpCall.Kind.SECURITY, "window 3"));
        story.agree(ask("h2", HelpCall.Kind.HELPER, "k1"));
        story.later(30);
        story.agree(new Command.AnswerHelp("h1", "window 1"));
        story.agree(new Command.CloseDay(DAY));

        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            List<String> acts =
                    records.history().trail(0, 100).stream().map(TrailEntry::act).toList();
            assertTrue(acts.containsAll(List.of("ask-help", "answer-help")), acts::toString);
        }
        List<String> help = Rows.of(dir).get("HELP");
        assertTrue(help.get(0).contains("KIND=security"), help::toString);
        assertTrue(help.get(0).contains("ANSWERED_BY=window 1 LAPSED_AT=null"), help::toString);
        assertTrue(help.get(1).contains("ANSWERED_BY=null LAPSED_AT=2026"), help::toString);
    }

    private static Command ask(String id, HelpCall.Kind kind, String where) {
        return new Command.AskHelp(id, kind, where, Optional.empty(), Optional.empty());
    }

    @Test
    void an_undone_call_never_was() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        story.calls(ONE, "t1", 0);
        story.later(5);
        story.agree(new Command.Undo(ONE));

        PastTicket.PastLeg leg = told(story, "t1").legs().getFirst();

        assertEquals(LegState.WAITING, leg.state());
        assertTrue(leg.firstCalledAt().isEmpty());
        assertEquals(NINE, leg.queuedAt().orElseThrow());
    }

    @Test
    void an_undone_missed_call_is_not_counted() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        story.calls(ONE, "t1", 0);
        story.misses(ONE);
        story.agree(new Command.Undo(ONE));

        assertEquals(0, told(story, "t1").missedCalls());
    }

    @Test
    void the_second_leg_of_a_theme_queues_when_the_first_closes() {
        Story story = Story.begins();
        story.takesTheme("t1", "退休");
        story.calls(THREE, "t1", 0);
        story.serves(THREE);
        story.later(600);
        story.finishes(THREE, new Outcome.Done());
        story.later(40);
        story.calls(THREE, "t1", 1);

        PastTicket.PastLeg second = told(story, "t1").legs().get(1);

        assertEquals(NINE.plusSeconds(600), second.queuedAt().orElseThrow());
        assertEquals(NINE.plusSeconds(640), second.firstCalledAt().orElseThrow());
    }

    @Test
    void a_redirected_visit_taken_back_loses_the_leg_that_followed() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        story.calls(ONE, "t1", 0);
        story.serves(ONE);
        story.finishes(ONE, new Outcome.Redirected("3", "王芳"));
        story.agree(new Command.Undo(ONE));

        PastTicket ticket = told(story, "t1");

        assertEquals(1, ticket.legs().size());
        assertEquals(TicketState.SERVING, ticket.state());
        assertTrue(ticket.legs().getFirst().outcome().isEmpty());
    }

    @Test
    void a_changed_item_replaces_what_was_open() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL, Halls.MEDICAL);
        story.agree(new Command.ChangeItems(new TicketId("t1"), List.of(Halls.LICENCE)));

        PastTicket ticket = told(story, "t1");

        assertEquals(1, ticket.legs().size());
        assertEquals("营业执照", ticket.legs().getFirst().item());
    }

    @Test
    void a_duty_is_open_until_answered_and_goes_with_an_undone_finish() {
        Story story = Story.begins();
        Outcome asks = new Outcome.Consult("张科长", NINE.plus(Duration.ofHours(4)));
        for (String id : List.of("t1", "t2", "t3")) {
            story.takes(id, Halls.SOCIAL);
            story.calls(ONE, id, 0);
            story.serves(ONE);
            story.finishes(ONE, asks);
        }
        story.agree(new Command.Undo(ONE));
        story.agree(new Command.AnswerDuty(new TicketId("t1"), 0, "可以"));

        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            assertEquals(
                    List.of("A0002"),
                    records.history().openDuties().stream().map(OpenDuty::number).toList());
            assertEquals(
                    List.of("A0001", "A0002"),
                    records.history().listedOutcomes(DAY).stream()
                            .map(ListedOutcome::number)
                            .toList());
        }
    }

    @Test
    void a_case_the_hall_forgot_still_knows_its_number_of_services() {
        Story story = Story.begins();
        for (String id : List.of("t1", "t2")) {
            story.takes(id, Halls.SOCIAL);
            story.calls(ONE, id, 0);
            story.serves(ONE);
            story.agree(
                    new Command.Finish(
                            ONE,
                            new Outcome.Done(),
                            Optional.of("CASE-7"),
                            Optional.empty(),
                            Optional.empty(),
                            0));
        }
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            assertEquals(2, records.history().priorServices("CASE-7"));
            assertEquals(0, records.history().priorServices("CASE-8"));
        }
    }

    @Test
    void a_refused_command_leaves_no_row_but_is_counted_as_done() {
        Story story = Story.begins();
        story.say(new Command.Serve(new WindowId("2")));

        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            assertEquals(story.lastIndex(), records.committedIndex());
            assertEquals(story.lastIndex() - 1, records.history().verifyTrail().rows());
        }
    }

    @Test
    void the_file_is_for_its_owner_only() throws Exception {
        try (Records records = Records.open(dir.resolve("kept"))) {
            records.awaitIndex(0).join();
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    Files.getPosixFilePermissions(dir.resolve("kept")));
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(dir.resolve("kept/records.mv.db")));
        }
    }

    @Test
    void after_a_restart_it_goes_on_where_it_stopped() {
        Story story = Story.begins();
        story.takes("t1", Halls.SOCIAL);
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
        }
        story.calls(ONE, "t1", 0);
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            assertEquals(story.lastIndex(), records.committedIndex());
            assertEquals(0, records.queued());
            assertFalse(records.behind());
            assertEquals(Optional.empty(), records.fault());
        }
    }
}
