package yichuang.evaluation.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.evaluation.sending.AnswerForm;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Heard;
import yichuang.evaluation.sending.Verdict;

/** What the platform reads, in the dialects we know: each is a file and nothing else. */
class DialectTest {
    @TempDir Path dir;

    @Test
    void a_service_in_shandong() {
        JsonObject service =
                Letters.written(Dialects.shipped(dir, "shandong"), Letters.service("20260302-1"));
        assertEquals("3720260302-1", service.getString("projectNo"));
        assertEquals(Letters.ITEM.substring(0, 31), service.getString("taskCode"));
        assertEquals("01", service.getString("taskType"));
        assertEquals("3", service.getString("proStatus"));
        assertEquals("2026-03-02 09:10:00", service.getString("serviceTime"));
        assertEquals("165", service.getString("dataSource"));
        assertTrue(
                service.getString("orgcode").matches("\\d{12}_[0-9A-Z]{18}"),
                service.getString("orgcode"));
        assertFalse(service.containsKey("userName"), "nobody said who they are");
    }

    @Test
    void a_rating_in_shandong() {
        JsonObject rating =
                Letters.written(
                        Dialects.shipped(dir, "shandong"),
                        Letters.rated("20260302-1", 1, "wechat", "[\"115\",\"113\"]", "慢"));
        assertEquals("1", rating.getString("satisfaction"));
        assertEquals("115,113", rating.getString("evalDetail"));
        assertEquals("2", rating.getString("pf"), "WeChat has no code of its own");
        assertEquals("1", rating.getString("anonymityFlag"));
        assertEquals("2026-03-02 09:11:00", rating.getString("assessTime"));
    }

    @Test
    void a_silent_negative_of_a_keypad_says_that_it_was_one() {
        Settings shandong = Dialects.shipped(dir, "shandong");
        assertEquals(
                "现场评价器按键评价，未选择原因",
                Letters.written(shandong, Letters.rated("20260302-1", 2, "keypad", "[]", ""))
                        .getString("writingEvaluation"));
        assertFalse(
                Letters.written(shandong, Letters.rated("20260302-1", 2, "keypad", "[\"213\"]", ""))
                        .containsKey("writingEvaluation"));
        assertFalse(
                Letters.written(shandong, Letters.rated("20260302-1", 4, "keypad", "[]", ""))
                        .containsKey("writingEvaluation"),
                "praise needs no reason");
    }

    /** Other fields in objects, other codes, satisfaction the other way round: one file. */
    @Test
    void another_district_is_another_file_and_nothing_else() {
        Settings beijing = Dialects.shipped(dir, "beijing");
        JsonObject rating =
                Letters.written(beijing, Letters.rated("20260302-1", 5, "sms", "[\"510\"]", ""));
        assertEquals("1", rating.getJsonObject("assess").getString("satisfaction"));
        assertEquals("6", rating.getJsonObject("assess").getString("pf"));
        assertEquals(1, rating.getJsonObject("projectService").getInteger("serviceNumber"));
        JsonObject service = Letters.written(beijing, Letters.service("20260302-1"));
        assertEquals("20260302-1", service.getJsonObject("projectService").getString("projectNo"));
        assertEquals(BodyForm.FORM, beijing.dialect().body());
        assertEquals(1, beijing.dialect().service().most());
    }

    @Test
    void a_field_that_a_person_mended_stands_for_the_hall_s_and_has_to_fit_too() {
        Settings shandong = Dialects.shipped(dir, "shandong");
        FieldForm field =
                shandong.dialect().service().fields().stream()
                        .filter(one -> one.name().equals("taskCode"))
                        .findFirst()
                        .orElseThrow();
        Facts facts =
                new Facts(
                        Letters.service("20260302-1"),
                        shandong.district(),
                        DateTimeFormatter.ISO_INSTANT,
                        Optional::of);
        assertThrows(Unwritable.class, () -> field.write(facts, Map.of("taskCode", "short")));
        assertThrows(Unwritable.class, () -> field.write(facts, Map.of("taskCode", " ")));
    }

    @Test
    void answers_are_read_by_what_they_say_and_not_by_their_status() {
        AnswerForm answer = Dialects.shipped(dir, "shandong").dialect().answer();
        String yes =
                "{\"C-Response-Desc\":\"success\",\"C-Response-Body\":{\"success\":true,\"message\":\"R1\"}}";
        String no =
                "{\"C-Response-Desc\":\"success\",\"C-Response-Body\":{\"success\":false,\"message\":\"SAID\"}}";
        assertEquals(new Verdict.Taken("R1"), answer.read(heard(200, yes)));
        List<Class<?>> kinds =
                List.of("评价数据不可重复", "系统繁忙，请稍后", "时间戳超出范围", "orgcode 不存在").stream()
                        .<Class<?>>map(
                                said ->
                                        answer.read(heard(200, no.replace("SAID", said)))
                                                .getClass())
                        .toList();
        assertEquals(
                List.of(
                        Verdict.Already.class,
                        Verdict.Later.class,
                        Verdict.ClockApart.class,
                        Verdict.Refused.class),
                kinds);
        for (Heard ill :
                List.of(
                        heard(500, yes),
                        heard(200, "<html>"),
                        heard(200, ""),
                        heard(200, "null"),
                        heard(200, "[]"),
                        heard(302, yes),
                        heard(401, yes),
                        heard(404, "{}"))) {
            assertEquals(Verdict.Later.class, answer.read(ill).getClass(), ill.toString());
        }
    }

    private static Heard heard(int status, String text) {
        return new Heard(status, text, Optional.empty(), Optional.empty());
    }
}
