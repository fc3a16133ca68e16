package yichuang.evaluation.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.evaluation.sending.Outage;
import yichuang.evaluation.sending.Trouble;
import yichuang.evaluation.sending.Verdict;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.Correction;
import yichuang.hall.TicketId;
import yichuang.records.Letter;

/** When letters are sent, in which order, and what becomes of them. */
class SenderTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Verdict TAKEN = new Verdict.Taken("ok");
    private static final Verdict ILL = new Verdict.Later("HTTP 500", Optional.empty());

    @TempDir Path dir;
    private PlayedHall hall;
    private Sender sender;
    private Function<List<JsonObject>, Verdict> platform = messages -> TAKEN;
    private final List<List<String>> requests = new ArrayList<>();
    private int senders;

    @BeforeEach
    void begins() {
        hall = new PlayedHall(dir.resolve("records"));
        sender = sender();
    }

    @AfterEach
    void ends() {
        hall.close();
    }

    private Sender sender() {
        return new Sender(
                Dialects.small(dir.resolve("config" + senders++)),
                hall,
                what -> {
                    requests.add(what.messages().stream().map(SenderTest::name).toList());
                    return platform.apply(what.messages());
                },
                new PlatformTime(InstantSource.system()),
                new SplittableRandom(1));
    }

    private static String name(JsonObject message) {
        return (message.containsKey("satisfaction")
                        ? "rating" + message.getString("assessNumber") + ":"
                        : "service:")
                + message.getString("projectNo").substring(2);
    }

    private void passes(Duration after) {
        hall.later(after);
        sender.pass();
    }

    private Letter.State state(String key) {
        return hall.letter(key).state();
    }

    @Test
    void a_service_is_sent_once_it_can_no_longer_be_taken_back() {
        hall.serves("t1", "C1");
        passes(Duration.ofSeconds(39));
        assertEquals(List.of(), requests);
        passes(Duration.ofSeconds(2));
        assertEquals(List.of(List.of("service:C1")), requests);
        assertEquals(Letter.State.DELIVERED, state("service:C1:1"));
        assertEquals(Optional.of("ok"), hall.letter("service:C1:1").receipt());
    }

    @Test
    void service_rating_and_follow_up_go_in_this_order_and_many_in_one_request() {
        for (int i = 1; i <= 3; i++) {
            hall.serves("t" + i, "C" + i);
            hall.rates("t" + i, 5, Channel.QR, List.of(), "");
        }
        hall.says(
                new Command.Rate(
                        "again",
                        new TicketId("t1"),
                        4,
                        Channel.QR,
                        List.of(),
                        Optional.empty(),
                        2,
                        Optional.empty()));
        passes(MINUTE);
        assertEquals(
                List.of(
                        List.of("service:C1", "service:C2", "service:C3"),
                        List.of("rating1:C1", "rating1:C2", "rating1:C3"),
                        List.of("rating2:C1")),
                requests);
    }

    @Test
    void who_does_not_lead_sends_nothing() {
        hall.serves("t1", "C1");
        hall.leads(false);
        passes(MINUTE);
        assertEquals(List.of(), requests);
        hall.leads(true);
        passes(MINUTE);
        assertEquals(1, requests.size());
    }

    @Test
    void what_was_sent_and_not_noted_is_sent_again_and_a_repeat_is_success() {
        hall.serves("t1", "C1");
        hall.takesNothing(true);
        passes(MINUTE);
        assertEquals(Letter.State.WAITING, state("service:C1:1"));
        hall.takesNothing(false);
        sender = sender();
        platform = messages -> new Verdict.Already("评价数据不可重复");
        passes(MINUTE);
        assertEquals(Letter.State.DELIVERED, state("service:C1:1"));
    }

    @Test
    void a_repeat_among_several_says_nothing_of_the_others() {
        hall.serves("t1", "C1");
        hall.serves("t2", "C2");
        platform =
                messages ->
                        messages.stream().anyMatch(one -> name(one).equals("service:C1"))
                                ? new Verdict.Already("不可重复")
                                : TAKEN;
        passes(MINUTE);
        assertEquals(
                List.of(
                        List.of("service:C1", "service:C2"),
                        List.of("service:C1"),
                        List.of("service:C2")),
                requests);
        assertEquals(Letter.State.DELIVERED, state("service:C2:1"));
    }

    @Test
    void one_bad_letter_is_set_aside_after_three_refusals_and_keeps_nobody_back() {
        hall.serves("t1", "C1");
        hall.rates("t1", 5, Channel.QR, List.of(), "");
        hall.serves("t2", "C2");
        hall.rates("t2", 5, Channel.QR, List.of(), "");
        platform =
                messages ->
                        messages.stream().anyMatch(one -> name(one).equals("service:C1"))
                                ? new Verdict.Refused("orgcode 不存在")
                                : TAKEN;
        passes(MINUTE);
        assertEquals(Letter.State.DELIVERED, state("rating:C2:1"));
        assertEquals(Letter.State.WAITING, state("service:C1:1"));
        passes(MINUTE);
        passes(MINUTE.multipliedBy(6));
        assertEquals(Letter.State.DEAD, state("service:C1:1"));
        assertEquals(Optional.of("orgcode 不存在"), hall.letter("service:C1:1").reason());
        assertEquals(Letter.State.WAITING, state("rating:C1:1"));
    }

    @Test
    void a_letter_that_was_mended_is_sent_as_mended() {
        hall.serves("t1", "C1");
        hall.serves("t2", "C2");
        platform =
                messages ->
                        messages.stream().anyMatch(one -> one.getString("projectNo").equals("37C1"))
                                ? new Verdict.Refused("no")
                                : TAKEN;
        passes(MINUTE);
        passes(MINUTE);
        passes(MINUTE.multipliedBy(6));
        assertEquals(Letter.State.DEAD, state("service:C1:1"));
        hall.says(
                new Command.ResendLetter(
                        "service:C1:1", List.of(new Correction("projectNo", "37X9"))));
        passes(MINUTE);
        assertEquals(List.of("service:X9"), requests.getLast());
        assertEquals(Letter.State.DELIVERED, state("service:C1:1"));
    }

    @Test
    void a_platform_that_refuses_everything_sets_nothing_aside_and_is_asked_ever_less() {
        for (int i = 0; i < 40; i++) {
            hall.serves("t" + i, "C" + i);
        }
        platform = messages -> new Verdict.Refused("应用未备案");
        for (int minute = 0; minute < 240; minute++) {
            passes(MINUTE);
        }
        assertEquals(0, hall.outbox().counts().dead());
        assertEquals(40, hall.outbox().counts().waiting());
        assertTrue(requests.size() < 80, requests.size() + " requests in four hours");
        platform = messages -> TAKEN;
        passes(Duration.ofHours(2));
        passes(Duration.ofHours(2));
        assertEquals(40, hall.outbox().counts().delivered());
    }

    @Test
    void an_ill_platform_is_left_alone_longer_and_longer_and_everything_goes_when_it_is_well() {
        for (int i = 0; i < 120; i++) {
            hall.serves("t" + i, "C" + i);
        }
        platform = messages -> ILL;
        for (int past = 0; past < 72 * 12; past++) {
            passes(MINUTE.multipliedBy(5));
        }
        assertTrue(requests.size() < 72 * 9, requests.size() + " requests in three days");
        assertEquals(Optional.of("HTTP 500"), sender.standing().outage().map(Outage::reason));
        platform = messages -> TAKEN;
        passes(Trouble.LAST);
        assertEquals(120, hall.outbox().counts().delivered());
        assertEquals(Optional.empty(), sender.standing().outage().map(Outage::reason));
    }

    @Test
    void a_wait_that_the_platform_asks_for_is_kept() {
        hall.serves("t1", "C1");
        platform = messages -> new Verdict.Later("HTTP 429", Optional.of(Duration.ofMinutes(30)));
        passes(MINUTE);
        platform = messages -> TAKEN;
        passes(Duration.ofMinutes(29));
        assertEquals(1, requests.size());
        passes(MINUTE.multipliedBy(2));
        assertEquals(2, requests.size());
    }

    @Test
    void what_cannot_be_written_is_set_aside_and_says_which_field() {
        hall.serves("t1", "C".repeat(49));
        hall.serves("t2", "C2");
        passes(MINUTE);
        Letter dead = hall.letter("service:" + "C".repeat(49) + ":1");
        assertEquals(Letter.State.DEAD, dead.state());
        assertTrue(dead.reason().orElseThrow().startsWith("projectNo "), dead.toString());
        assertEquals(Letter.State.DELIVERED, state("service:C2:1"));
    }

    @Test
    void a_name_leaves_the_hall_some_time_after_the_platform_has_it() {
        hall.serves("t1", "C1");
        hall.says(new Command.NameApplicant(new TicketId("t1"), "{\"name\":\"张三\"}"));
        passes(MINUTE);
        assertTrue(hall.letter("service:C1:1").applicant().isPresent());
        passes(Duration.ofDays(16));
        assertEquals(Optional.empty(), hall.letter("service:C1:1").applicant());
    }
}
