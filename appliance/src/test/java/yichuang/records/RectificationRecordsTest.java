package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.records.Story.ONE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Answer;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Contact;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.Rectification;
import yichuang.hall.RectificationAct;
import yichuang.hall.TicketId;
import yichuang.records.Rectifications.Which;

/** What became of a negative rating or a complaint, for years after the hall has forgotten it. */
class RectificationRecordsTest {
    private static final Contact CONTACT =
            new Contact("p1", Optional.of("sealed-number"), "138****5678", false);

    @TempDir Path dir;
    private final Story story = Story.begins();

    private void served(String ticket) {
        story.takes(ticket, Halls.SOCIAL);
        story.calls(ONE, ticket, 0);
        story.serves(ONE);
        story.finishes(ONE, new Outcome.Done());
    }

    private void rates(String ticket, int level, int number) {
        story.agree(
                new Command.Rate(
                        ticket + "-" + number,
                        new TicketId(ticket),
                        level,
                        Channel.QR,
                        reasons(level),
                        Optional.of("慢"),
                        number,
                        Optional.of(CONTACT)));
    }

    private static List<String> reasons(int level) {
        return level == 1 ? List.of("113") : level == 2 ? List.of("213") : List.of();
    }

    private void does(String by, String id, RectificationAct act) {
        story.later(60);
        assertTrue(
                story.sayAs(by, new Command.Rectify(id, act)) instanceof Answer.Agreed,
                act::toString);
    }

    private void complains(String id) {
        story.agree(new Command.Complain(id, "kiosk", "灯坏了", Optional.empty(), Optional.empty()));
    }

    @Test
    void one_is_told_with_its_visit_its_words_and_every_step() {
        served("t1");
        rates("t1", 2, 1);
        does(
                "manager",
                "t1-1",
                new RectificationAct.Verify(RectificationAct.Finding.CONFIRMED, "确实慢"));
        does(
                "manager",
                "t1-1",
                new RectificationAct.Contact(RectificationAct.Reach.REACHED, "已致歉"));
        does("officer", "t1-1", new RectificationAct.Extend("要会同两个部门"));
        does("manager", "t1-1", new RectificationAct.Fix(RectificationAct.Remedy.FIXED, "加了人"));
        does("manager", "t1-1", new RectificationAct.Reply("已加人，谢谢您指出"));
        does(
                "officer",
                "t1-1",
                new RectificationAct.FollowUp(
                        RectificationAct.Opinion.SATISFIED, Optional.empty()));
        does("officer", "t1-1", new RectificationAct.Close("整改到位"));
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            RectificationCase one = records.rectifications().find("t1-1").orElseThrow();
            assertEquals(RectificationCase.State.CLOSED, one.state());
            assertEquals(Rectification.About.RATING, one.about());
            assertEquals(Optional.of(2), one.level());
            assertEquals(Optional.of("A0001"), one.number());
            assertEquals("社保", one.items().getFirst().code());
            assertEquals(Optional.of("人社局"), one.department());
            assertEquals(Optional.of("1"), one.window());
            assertEquals(Optional.of("王芳"), one.staff());
            assertEquals(Optional.of("慢"), one.text());
            assertEquals("[\"213\"]", one.reasons());
            assertTrue(one.named() && one.complex());
            List<RectificationStep> steps = records.rectifications().steps("t1-1");
            assertEquals(
                    List.of(
                            "open",
                            "verify",
                            "contact",
                            "extend",
                            "fix",
                            "reply",
                            "follow-up",
                            "close"),
                    steps.stream().map(RectificationStep::act).toList());
            assertEquals(Optional.of("CONFIRMED"), steps.get(1).result());
            assertEquals("manager", steps.get(1).by());
            assertEquals(Optional.of(one.deadlines().reply()), steps.get(3).until());
            assertEquals(Optional.of(4), steps.get(6).level());
            assertEquals(
                    List.of("已加人，谢谢您指出"),
                    records.rectifications().told(new TicketId("t1")).stream()
                            .map(Rectifications.Told::text)
                            .toList());
        }
    }

    @Test
    void the_acts_of_the_desk_stand_in_the_trail_with_the_hash_of_their_words() {
        complains("c1");
        does("manager", "c1", new RectificationAct.Verify(RectificationAct.Finding.PARTLY, "部分属实"));
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            List<SealedAct> trail = records.rectifications().trail("c1");
            assertEquals(1, trail.size(), "to complain is no act of the desk");
            SealedAct verify = trail.getFirst();
            assertEquals("rectification-verify", verify.act().act());
            assertEquals("manager", verify.act().by());
            assertTrue(
                    verify.act()
                            .details()
                            .contains(Hash.of("部分属实".getBytes(StandardCharsets.UTF_8))));
            assertEquals(verify.hash(), verify.act().hashAfter(verify.before()));
            assertEquals(Optional.empty(), records.history().verifyTrail().brokenAt());
        }
    }

    @Test
    void what_is_due_first_comes_first_and_what_is_overdue_is_counted_and_marked() {
        complains("c1");
        story.later(Duration.ofDays(1).toSeconds());
        complains("c2");
        does("manager", "c1", new RectificationAct.Verify(RectificationAct.Finding.PARTLY, "属实"));
        story.later(Duration.ofDays(2).toSeconds());
        story.agree(new Command.EscalateRectifications());
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            Rectifications all = records.rectifications();
            var now = story.hall().at();
            assertEquals(
                    List.of("c2", "c1"),
                    all.list(Which.OPEN, Optional.empty(), now, 10).stream()
                            .map(RectificationCase::id)
                            .toList());
            List<RectificationCase> overdue =
                    all.list(Which.OVERDUE, Optional.of(Rectification.About.COMPLAINT), now, 10);
            assertEquals(List.of("c2"), overdue.stream().map(RectificationCase::id).toList());
            assertTrue(overdue.getFirst().escalated() && overdue.getFirst().isOverdue(now));
            Rectifications.Counts counts = all.counts(now, now.plus(Duration.ofHours(12)));
            assertEquals(new Rectifications.Counts(2, 1, 0, 0), counts);
            assertEquals(
                    List.of(),
                    all.list(Which.OPEN, Optional.of(Rectification.About.RATING), now, 10));
            TrailEntry last = records.history().trail(0, 1_000).getLast();
            assertEquals("escalate-rectifications", last.act());
            assertTrue(last.details().contains("c2 VERIFY"), last.details());
        }
    }

    @Test
    void a_rating_whose_appeal_is_upheld_is_marked_and_stays_sent() {
        served("t1");
        rates("t1", 1, 1);
        does(
                "manager",
                "t1-1",
                new RectificationAct.Appeal(RectificationAct.Ground.MISTAKEN, "按错"));
        does(
                "officer",
                "t1-1",
                new RectificationAct.Review(RectificationAct.Decision.UPHELD, "录像为证"));
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            assertTrue(records.rectifications().find("t1-1").orElseThrow().excluded());
            assertEquals(
                    2,
                    records.outbox().letters(Letter.State.WAITING, 10).size(),
                    "its service and the rating itself");
        }
        assertEquals(
                List.of(true),
                Database.in(dir).list("SELECT excluded FROM ratings", row -> row.getBoolean(1)));
    }

    @Test
    void what_a_person_says_once_more_after_the_closing_is_still_told() {
        served("t1");
        rates("t1", 1, 1);
        does(
                "manager",
                "t1-1",
                new RectificationAct.Appeal(RectificationAct.Ground.MISTAKEN, "按错"));
        does(
                "officer",
                "t1-1",
                new RectificationAct.Review(RectificationAct.Decision.UPHELD, "录像为证"));
        does("officer", "t1-1", new RectificationAct.Close("办结"));
        rates("t1", 4, 2);
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            Rectifications all = records.rectifications();
            RectificationCase one = all.find("t1-1").orElseThrow();
            assertEquals(Optional.of(4), all.ownOpinion(one).map(Rectifications.Opinion::level));
        }
    }

    @Test
    void no_number_of_a_person_is_in_the_file() throws IOException {
        served("t1");
        rates("t1", 1, 1);
        does(
                "officer",
                "t1-1",
                new RectificationAct.Verify(RectificationAct.Finding.CONFIRMED, "属实"));
        does("officer", "t1-1", new RectificationAct.Reveal());
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            assertEquals("reveal", records.rectifications().steps("t1-1").getLast().act());
        }
        String file = Files.readString(dir.resolve("records.mv.db"), StandardCharsets.ISO_8859_1);
        assertFalse(file.contains("sealed-number"));
        assertFalse(file.contains("138****5678"));
    }
}
