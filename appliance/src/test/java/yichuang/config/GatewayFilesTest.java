package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yichuang.evaluation.gateway.Settings;
import yichuang.hall.Channel;

/** The gateway's part of the configuration is found wrong at the start, not at the first visit. */
class GatewayFilesTest {
    @TempDir Path folder;
    private SmallHall hall;

    @BeforeEach
    void begins() throws IOException {
        hall = SmallHall.in(folder);
        hall.write(
                "hall.yaml",
                hall.read("hall.yaml")
                        + """

                        gateway:
                          url: https://sms.example/send
                          channel: sms
                          body: {mobile: "${phone}", content: "${text}", uid: "${id}"}
                          headers: {Authorization: "Bearer ${token}"}
                          secrets: keys
                        """);
        hall.keys("token = secret-word\n", "rw-------");
    }

    @Test
    void a_hall_with_a_gateway_is_read_and_what_is_not_said_is_as_documented() throws ConfigErrors {
        Settings settings = hall.load().gateway().orElseThrow();
        assertEquals(Channel.SMS, settings.channel());
        assertEquals(Duration.ofMinutes(30), settings.delay());
        assertEquals(LocalTime.of(20, 0), settings.quietFrom());
        assertEquals(LocalTime.of(8, 0), settings.quietUntil());
        assertEquals(2_000, settings.perDayMax());
    }

    @Test
    void a_hall_without_one_sends_nothing(@TempDir Path other) throws ConfigErrors {
        assertTrue(SmallHall.in(other).load().gateway().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://sms.example/send | http://sms.example/send | 不能明文走网络 | in plain sight
                    channel: sms | channel: pigeon | “pigeon”不能用 | cannot be used
                    "${phone}" | "${fone}" | 没有 ${fone} | There is no ${fone}
                    , uid: "${id}" | , uid: "1" | 缺少 ${id} | lacks ${id}
                    content: "${text}" | content: "hello" | 缺少 ${text} | lacks ${text}
                    channel: sms | channel: sms\\n  text: "请评价" | 缺少 ${link} | lacks ${link}
                    channel: sms | channel: sms\\n  perDay: 0 | 一天最多发几条 | most messages of one day
                    channel: sms | channel: sms\\n  quiet: {from: "25:00", to: "08:00"} | 时刻 | time of day
                    channel: sms | channel: sms\\n  as: xml | “xml”不能用 | cannot be used
                    secrets: keys | # no keys | 密钥 ${token} | needs the secret ${token}
                    http://hall.example | http://localhost:8080 | 手机打不开 | no phone can open it
                    """)
    void what_is_wrong_is_told_by_line(String old, String changed, String chinese, String english) {
        hall.with("hall.yaml", old, changed.replace("\\n", "\n"));
        List<Problem> problems = assertThrows(ConfigErrors.class, hall::load).problems();
        assertTrue(
                problems.stream()
                        .anyMatch(
                                one ->
                                        one.chinese().contains(chinese)
                                                && one.english().contains(english)),
                problems::toString);
    }

    @Test
    void http_on_this_machine_is_nobody_else_s_to_see() throws ConfigErrors {
        hall.with("hall.yaml", "https://sms.example/send", "http://127.0.0.1:8099/send");
        assertEquals("127.0.0.1", hall.load().gateway().orElseThrow().url().getHost());
    }

    @Test
    void a_secret_that_is_missing_or_can_be_read_is_told_without_showing_it() throws IOException {
        hall.keys("token = secret-word\n", "rw-r--r--");
        String told = hall.onlyProblem().toString();
        assertTrue(told.contains("chmod 600"), told);
        assertFalse(told.contains("secret-word"), told);
        hall.keys("# token = secret-word\n", "rw-------");
        told = hall.onlyProblem().toString();
        assertTrue(told.contains("token"), told);
        assertFalse(told.contains("secret-word"), told);
    }
}
