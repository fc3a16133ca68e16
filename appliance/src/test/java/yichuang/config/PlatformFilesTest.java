package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The platform's part of the configuration is found wrong at the start and not at the first rating.
 */
class PlatformFilesTest {
    private static final String KEYS =
            "appMark = zichuan\nhmacKey = secret-word\nsm4Key = 0123456789abcdeffedcba9876543210\n";

    @TempDir Path folder;
    private SmallHall hall;

    @BeforeEach
    void begins() throws IOException {
        hall =
                SmallHall.in(folder)
                        .write(
                                "small.yaml",
                                Files.readString(
                                        Path.of(
                                                "src/test/resources/yichuang/platform/small.yaml")));
        hall.write(
                "hall.yaml",
                hall.read("hall.yaml")
                        + "\nplatform: {dialect: small.yaml, url: \"https://p.example/api\","
                        + " secrets: keys}\n");
        hall.keys(KEYS, "rw-------");
    }

    @Test
    void a_hall_with_a_platform_is_read() throws ConfigErrors {
        assertEquals("small", hall.load().platform().orElseThrow().dialect().id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    from: caseNumber, begins | from: caseNumbr, begins | 改成“caseNumber”？ | Did you mean "caseNumber"?
                    from: level, number: true | from: level, fixed: "1" | 写一个 | only one
                    from: level, number: true | join: "${levle}" | 没有 ${levle} | There is no ${levle}
                    who: "${appMark}", time | who: "${appWord}", time | 没有 ${appWord} | There is no ${appWord}
                    method: sm3-hmac | method: sm3 | “sm3”不能用 | cannot be used
                    times: yyyy-MM-dd HH:mm:ss | times: jjjj | 不是时间格式 | no pattern of a time
                    {field: satisfaction | {field: assessNumber | 重复 | there twice
                    max: 50} | maximum: 50} | 没有“maximum”这个设置项 | no setting
                    sign: {method | signs: {method | 没有“signs”这个设置项 | no setting
                    """)
    void what_is_wrong_in_a_dialect_is_told_by_line(
            String old, String changed, String chinese, String english) {
        hall.with("small.yaml", old, changed);
        Problem problem = hall.onlyProblem();
        assertTrue(problem.file().endsWith("small.yaml"), problem::toString);
        assertTrue(problem.line() > 1, problem::toString);
        assertTrue(problem.chinese().contains(chinese), problem::toString);
        assertTrue(problem.english().contains(english), problem::toString);
    }

    @Test
    void keys_that_others_can_read_end_the_start() throws IOException {
        hall.keys(KEYS, "rw-r-----");
        assertTrue(hall.onlyProblem().english().contains("chmod 600"));
    }

    @Test
    void a_key_that_the_dialect_needs_and_the_file_lacks_is_named() throws IOException {
        hall.keys(KEYS.replace("hmacKey", "# hmacKey"), "rw-------");
        assertTrue(hall.onlyProblem().english().contains("hmacKey"));
    }

    @Test
    void a_key_that_is_none_is_told_without_showing_it() throws IOException {
        hall.keys(KEYS.replace("fedcba", "secret"), "rw-------");
        String told = hall.onlyProblem().toString();
        assertTrue(told.contains("SM4"), told);
        assertFalse(told.contains("0123456789"), told);
        assertFalse(told.contains("secret-word"), told);
    }

    @Test
    void a_line_that_names_no_key_is_told_without_showing_it() throws IOException {
        hall.keys(KEYS + "password = secret-word\n", "rw-------");
        String told = hall.onlyProblem().toString();
        assertFalse(told.contains("secret-word"), told);
    }
}
