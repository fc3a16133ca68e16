package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.records.Story.NINE;
import static yichuang.records.Story.ONE;
import static yichuang.records.Story.THREE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Correction;
import yichuang.hall.DeadLetter;
import yichuang.hall.Delivery;
import yichuang.hall.Halls;
import yichuang.hall.Outcome;
import yichuang.hall.TicketId;

/** What the hall owes the platform, and in which order. */
class OutboxTest {
    private static final Instant LATER = NINE.plusSeconds(100_000);

    @TempDir Path dir;
    private final Story story = Story.begins();

    private void served(String ticket, String caseNumber) {
        story.takes(ticket, Halls.SOCIAL);
        story.calls(ONE, ticket, 0);
        story.serves(ONE);
        finished(caseNumber);
    }

    private void finished(String caseNumber) {
        story.agree(
                new Command.Finish(
                        ONE,
                        new Outcome.Done(),
                        Optional.of(caseNumber),
                        Optional.empty(),
                        Optional.empty(),
                        0));
    }

    private void rated(String ticket, int level) {
        story.agree(Ratings.of(ticket, level, Channel.QR));
    }

    private void delivered(String... letters) {
        story.agree(
                new Command.NoteDelivered(
                        List.of(letters).stream().map(each -> new Delivery(each, "ok")).toList()));
    }

    private void look(Consumer<Outbox> at) {
        try (Records records = Records.open(dir)) {
            story.goesInto(records);
            at.accept(records.outbox());
        }
    }

    private static List<String> due(Outbox outbox) {
        return outbox.due(LATER, 100).stream().map(Letter::key).toList();
    }

    @Test
    void an_unrated_visit_is_a_service_and_nothing_else() {
        served("t1", "C1");
        look(outbox -> assertEquals(List.of("service:C1:1"), due(outbox)));
    }

    @Test
    void a_rating_waits_until_the_platform_has_the_service() {
        served("t1", "C1");
        rated("t1", 5);
        look(outbox -> assertEquals(List.of("service:C1:1"), due(outbox)));
        delivered("service:C1:1");
        look(outbox -> assertEquals(List.of("rating:C1:1"), due(outbox)));
        delivered("rating:C1:1");
        look(outbox -> assertEquals(List.of(), due(outbox)));
    }

    @Test
    void one_rating_of_a_visit_with_several_legs_is_sent_for_each_service_once() {
        story.takesTheme("t1", "退休");
        for (int leg = 0; leg < 2; leg++) {
            story.calls(THREE, "t1", leg);
            story.serves(THREE);
            story.agree(
                    new Command.Finish(
                            THREE,
                            new Outcome.Done(),
                            Optional.of("C" + leg),
                            Optional.empty(),
                            Optional.empty(),
                            0));
        }
        rated("t1", 4);
        look(outbox -> assertEquals(List.of("service:C0:1", "service:C1:1"), due(outbox)));
        delivered("service:C0:1");
        look(outbox -> assertEquals(List.of("service:C1:1"), due(outbox)));
        delivered("service:C1:1");
        look(outbox -> assertEquals(List.of("rating:C0:1", "rating:C1:1"), due(outbox)));
    }

    @Test
    void the_second_service_of_a_case_has_a_letter_of_its_own() {
        served("t1", "C1");
        served("t2", "C1");
        look(outbox -> assertEquals(List.of("service:C1:1", "service:C1:2"), due(outbox)));
    }

    @Test
    void a_finish_taken_back_is_not_sent_and_the_next_one_is() {
        served("t1", "C1");
        story.agree(new Command.Undo(ONE));
        look(outbox -> assertEquals(List.of(), due(outbox)));
        finished("C2");
        look(outbox -> assertEquals(List.of("service:C2:1"), due(outbox)));
    }

    @Test
    void a_finish_that_may_still_be_taken_back_is_not_due() {
        served("t1", "C1");
        look(outbox -> assertEquals(List.of(), outbox.due(NINE, 100)));
    }

    @Test
    void a_letter_set_aside_holds_back_its_visit_and_nobody_elses() {
        served("t1", "C1");
        rated("t1", 5);
        served("t2", "C2");
        story.agree(
                new Command.SetLettersAside(
                        List.of(new DeadLetter("service:C1:1", "projectNo 不合法"))));
        look(
                outbox -> {
                    assertEquals(List.of("service:C2:1"), due(outbox));
                    Letter dead = outbox.letters(Letter.State.DEAD, 10).getFirst();
                    assertEquals("projectNo 不合法", dead.reason().orElseThrow());
                    assertEquals(1, outbox.counts().dead());
                });
        story.agree(
                new Command.ResendLetter(
                        "service:C1:1", List.of(new Correction("projectNo", "37C1"))));
        look(
                outbox -> {
                    assertEquals(List.of("service:C1:1", "service:C2:1"), due(outbox));
                    assertEquals(
                            Map.of("projectNo", "37C1"),
                            outbox.find("service:C1:1").orElseThrow().corrections());
                });
    }

    @Test
    void what_the_platform_has_is_delivered_once_however_often_it_is_said() {
        served("t1", "C1");
        delivered("service:C1:1");
        story.later(60);
        delivered("service:C1:1", "service:never:1");
        story.agree(
                new Command.SetLettersAside(List.of(new DeadLetter("service:C1:1", "too late"))));
        look(
                outbox -> {
                    Letter letter = outbox.find("service:C1:1").orElseThrow();
                    assertEquals(Letter.State.DELIVERED, letter.state());
                    assertEquals(NINE, letter.settledAt().orElseThrow());
                    assertEquals(1, outbox.counts().delivered());
                });
    }

    @Test
    void a_name_is_kept_until_the_platform_had_it_for_a_while() {
        served("t1", "C1");
        story.agree(new Command.NameApplicant(new TicketId("t1"), "sealed"));
        story.later(1000);
        story.agree(new Command.EraseApplicants(NINE.plusSeconds(900)));
        look(
                outbox ->
                        assertEquals(
                                Optional.of("sealed"),
                                outbox.find("service:C1:1").orElseThrow().applicant()));
        delivered("service:C1:1");
        story.later(1000);
        story.agree(new Command.EraseApplicants(NINE.plusSeconds(900)));
        look(outbox -> assertTrue(outbox.hasErasable(NINE.plusSeconds(1_900))));
        story.agree(new Command.EraseApplicants(NINE.plusSeconds(1_900)));
        look(
                outbox -> {
                    assertTrue(outbox.find("service:C1:1").orElseThrow().applicant().isEmpty());
                    assertFalse(outbox.hasErasable(NINE.plusSeconds(1_900)));
                });
    }
}
