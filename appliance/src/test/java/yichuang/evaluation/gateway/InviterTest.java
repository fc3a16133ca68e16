package yichuang.evaluation.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.evaluation.gateway.GatewayServer.Fault;
import yichuang.evaluation.sending.AnswerForm;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Outage;
import yichuang.evaluation.sending.Secrets;
import yichuang.evaluation.sending.Template;
import yichuang.evaluation.sending.Wire;
import yichuang.hall.Channel;
import yichuang.hall.Command;
import yichuang.hall.TicketId;
import yichuang.records.Story;

/**
 * Links to rate by go to who asked for one, once, by day, and by a real gateway that fails in every
 * way. The hall's day is a Monday that begins at nine.
 */
class InviterTest {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final String PHONE = "13812345678";

    @TempDir Path dir;
    private final Wire wire = new Wire();
    private GatewayServer gateway;
    private GatewayHall hall;
    private Inviter inviter;

    @BeforeEach
    void begins() throws IOException {
        gateway = new GatewayServer();
        hall = new GatewayHall(dir.resolve("records"));
        inviter = inviter(1, 100);
    }

    @AfterEach
    void ends() {
        wire.close();
        hall.close();
        gateway.close();
    }

    /** A new one knows nothing of the one before, like the next leader. */
    private Inviter inviter(long seed, int perDay) {
        Settings settings = settings(perDay);
        return new Inviter(
                settings, hall, new Post(settings, wire)::send, new SplittableRandom(seed));
    }

    private Settings settings(int perDay) {
        return new Settings(
                gateway.address(),
                Channel.SMS,
                Map.of("Authorization", new Template("Bearer ${token}")),
                BodyForm.JSON,
                new JsonObject()
                        .put("mobile", "${phone}")
                        .put("content", "${text}")
                        .put("uid", "${id}"),
                new Template("${hall} ${number} ${link}"),
                new Secrets(Map.of("token", "t0ken")),
                Optional.of(
                        new AnswerForm(
                                Map.of("code", "0"), "msg", List.of(), List.of("系统繁忙"), List.of())),
                HALF_AN_HOUR,
                LocalTime.of(20, 0),
                LocalTime.of(8, 0),
                perDay,
                ZoneId.of("Asia/Shanghai"),
                "测试大厅");
    }

    private void passes(Duration after) {
        hall.later(after);
        inviter.pass();
    }

    @Test
    void a_link_is_sent_when_the_person_is_out_of_the_door_and_once() {
        hall.serves("t1", PHONE, true);
        passes(Duration.ofMinutes(29));
        assertEquals(0, gateway.requests());
        passes(Duration.ofMinutes(2));
        passes(HALF_AN_HOUR);
        assertEquals(1, gateway.requests());
        JsonObject message = gateway.book().get("id-t1");
        assertEquals(PHONE, message.getString("mobile"));
        assertEquals("测试大厅 A0001 https://hall.example/t/t1?c=sms", message.getString("content"));
        assertTrue(gateway.headers().getFirst().contains("Bearer t0ken"));
        assertEquals(1, hall.counts().sent());
    }

    @Test
    void who_did_not_agree_or_has_rated_is_sent_nothing() {
        hall.serves("t1", PHONE, false);
        hall.serves("t2", PHONE, true);
        hall.says(
                new Command.Rate(
                        "r",
                        new TicketId("t2"),
                        5,
                        Channel.KEYPAD,
                        List.of(),
                        Optional.empty(),
                        1,
                        Optional.empty()));
        passes(HALF_AN_HOUR.plusSeconds(1));
        assertEquals(0, gateway.requests());
        assertEquals(1, hall.counts().rated());
    }

    @Test
    void a_finish_that_was_taken_back_sends_nothing() {
        hall.serves("t1", PHONE, true);
        hall.says(new Command.Undo(Story.ONE));
        passes(HALF_AN_HOUR.plusSeconds(1));
        assertEquals(0, gateway.requests());
        assertEquals(0, hall.counts().waiting());
    }

    @Test
    void nobody_is_woken_at_night() {
        hall.serves("t1", PHONE, true);
        passes(Duration.ofHours(11).plusSeconds(1));
        assertTrue(inviter.standing().quiet());
        passes(Duration.ofHours(11));
        assertEquals(0, gateway.requests());
        passes(Duration.ofHours(1));
        assertEquals(1, gateway.requests());
    }

    @Test
    void a_day_has_so_many_and_the_rest_goes_the_next_day() {
        inviter = inviter(1, 2);
        for (int i = 1; i <= 3; i++) {
            hall.serves("t" + i, PHONE, true);
        }
        passes(HALF_AN_HOUR.plusSeconds(1));
        inviter = inviter(2, 2);
        passes(HALF_AN_HOUR);
        assertEquals(2, gateway.requests());
        assertTrue(inviter.standing().full());
        passes(Duration.ofDays(1));
        assertEquals(3, gateway.book().size());
    }

    @Test
    void what_can_be_rated_no_longer_is_not_asked_for() throws IOException {
        hall.serves("t1", PHONE, true);
        gateway.gone();
        passes(HALF_AN_HOUR.plusSeconds(1));
        gateway.back();
        passes(Duration.ofDays(9));
        assertEquals(0, gateway.requests());
        assertEquals(1, hall.counts().late());
    }

    @Test
    void what_it_had_and_could_not_say_goes_again_and_it_drops_the_second() {
        hall.serves("t1", PHONE, true);
        gateway.fault(Fault.CUT_AFTER);
        passes(HALF_AN_HOUR.plusSeconds(1));
        assertEquals(1, hall.counts().waiting());
        gateway.fault(Fault.NONE);
        inviter = inviter(2, 100);
        passes(Duration.ofMinutes(1));
        assertEquals(2, gateway.requests());
        assertEquals(1, gateway.book().size());
        assertEquals(1, hall.counts().sent());
    }

    @Test
    void what_was_sent_and_not_noted_goes_again_and_who_does_not_lead_sends_nothing() {
        hall.serves("t1", PHONE, true);
        hall.leads(false);
        passes(HALF_AN_HOUR.plusSeconds(1));
        assertEquals(0, gateway.requests());
        hall.leads(true);
        hall.takesNothing(true);
        passes(Duration.ofMinutes(1));
        hall.takesNothing(false);
        inviter = inviter(2, 100);
        passes(Duration.ofMinutes(1));
        assertEquals(2, gateway.requests());
        assertEquals(1, gateway.book().size());
        assertEquals(0, hall.counts().waiting());
    }

    @Test
    void an_ill_gateway_is_asked_ever_less() {
        for (int i = 0; i < 20; i++) {
            hall.serves("t" + i, PHONE, true);
        }
        gateway.fault(Fault.ILL);
        for (int i = 0; i < 60; i++) {
            passes(Duration.ofMinutes(5));
        }
        assertTrue(gateway.requests() < 60, gateway.requests() + " requests in five hours");
        assertEquals(Optional.of("HTTP 503"), inviter.standing().outage().map(Outage::reason));
        gateway.fault(Fault.NONE);
        passes(Duration.ofMinutes(15));
        assertEquals(20, gateway.book().size());
    }

    @Test
    void one_number_that_is_none_keeps_nobody_back_and_is_given_up_after_three_refusals() {
        gateway.refuses(PHONE);
        hall.serves("bad", PHONE, true);
        hall.serves("good", "13900000001", true);
        passes(HALF_AN_HOUR.plusSeconds(1));
        assertEquals(1, gateway.book().size());
        assertEquals(1, hall.counts().waiting());
        passes(Duration.ofMinutes(1));
        passes(Duration.ofMinutes(6));
        assertEquals(1, hall.counts().refused());
        assertEquals(4, gateway.requests());
    }

    /** Neither in the journal nor on the manager's page, also when the gateway says it again. */
    @Test
    void a_number_is_told_to_nobody_but_the_gateway() {
        List<String> told = new ArrayList<>();
        Logger room = Logger.getLogger("yichuang.evaluation.gateway");
        Handler handler = into(told);
        room.addHandler(handler);
        try {
            gateway.refuses(PHONE);
            for (int i = 0; i < 10; i++) {
                hall.serves("t" + i, PHONE, true);
            }
            passes(HALF_AN_HOUR.plusSeconds(1));
            told.add(inviter.standing().outage().map(Outage::reason).orElseThrow());
            gateway.fault(Fault.ILL);
            inviter = inviter(2, 100);
            passes(HALF_AN_HOUR.plusSeconds(1));
            assertTrue(told.size() >= 2, told::toString);
            assertFalse(String.join(" ", told).contains("1381234"), told::toString);
        } finally {
            room.removeHandler(handler);
        }
    }

    @Test
    void a_number_sealed_under_a_lost_key_is_settled_without_a_request() {
        hall.serves("t1", "lost", true);
        passes(HALF_AN_HOUR.plusSeconds(1));
        assertEquals(0, gateway.requests());
        assertEquals(1, hall.counts().refused());
    }

    /**
     * Whatever the gateway does and however often the leader changes, each person has one message.
     */
    @Test
    void in_any_weather_everybody_who_asked_has_one_message_in_the_end() throws IOException {
        for (long seed = 1; seed <= 4; seed++) {
            weather(new Random(seed), seed);
        }
    }

    private void weather(Random random, long seed) throws IOException {
        int visits = 8;
        for (int i = 0; i < visits; i++) {
            hall.serves("s" + seed + "v" + i, "1390000" + (1000 + i), true);
            gateway.fault(
                    List.of(
                                    Fault.NONE,
                                    Fault.SLOW,
                                    Fault.ILL,
                                    Fault.CUT_BEFORE,
                                    Fault.CUT_AFTER,
                                    Fault.LIES)
                            .get(random.nextInt(6)));
            boolean gone = random.nextInt(6) == 0;
            if (gone) {
                gateway.gone();
            }
            hall.takesNothing(random.nextInt(5) == 0);
            passes(Duration.ofMinutes(8));
            hall.takesNothing(false);
            if (gone) {
                gateway.back();
            }
            if (random.nextInt(3) == 0) {
                inviter = inviter(random.nextLong(), 1_000);
            }
        }
        gateway.fault(Fault.NONE);
        inviter = inviter(seed, 1_000);
        passes(HALF_AN_HOUR);
        assertEquals(0, hall.counts().waiting(), "seed " + seed);
        long of =
                gateway.book().keySet().stream()
                        .filter(id -> id.startsWith("id-s" + seed + "v"))
                        .count();
        assertEquals(visits, of, "seed " + seed);
    }

    private static Handler into(List<String> journal) {
        SimpleFormatter formatter = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                journal.add(formatter.formatMessage(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
