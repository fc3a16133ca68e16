package yichuang.evaluation.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yichuang.evaluation.sending.Verdict;
import yichuang.evaluation.sending.Wire;
import yichuang.records.Letter;

/**
 * The shipped sender against the stand-in, which knows the contract from a file of its own: what
 * one side writes the other reads, or it says why not.
 */
class StandInTest {
    @TempDir static Path classes;
    @TempDir Path dir;

    private final Wire wire = new Wire();
    private StandInProcess standIn;
    private Settings settings;
    private Post post;

    @BeforeAll
    static void compiles() {
        assertTrue(Files.exists(StandInProcess.compiled(classes).resolve("standin")));
    }

    @AfterEach
    void ends() {
        wire.close();
        standIn.close();
    }

    private void begins(Path dialect) {
        standIn = StandInProcess.start(classes, dir.resolve("platform"), dialect);
        settings = settings(dialect, standIn.secrets());
        post = new Post(settings, new PlatformTime(InstantSource.system()), wire);
    }

    private Settings settings(Path dialect, String secrets) {
        Settings read = Dialects.of(dir.resolve("hall" + System.nanoTime()), dialect, secrets);
        return new Settings(
                read.dialect(),
                standIn.address(),
                read.secrets(),
                read.most(),
                read.district(),
                read.undo(),
                read.eraseAfter());
    }

    private void begins(String name) {
        begins(Dialects.SHIPPED.resolve(name + ".yaml"));
    }

    private Verdict sends(Letter... letters) {
        return sends(
                letters[0],
                List.of(letters).stream().map(one -> Letters.written(settings, one)).toList());
    }

    private Verdict sends(Letter like, List<JsonObject> messages) {
        try {
            return post.send(settings.dialect().form(like.kind()), messages);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private static Letter good(String caseNumber) {
        return Letters.rated(caseNumber, 5, "qr", "[\"510\",\"517\"]", "好");
    }

    private static String refusal(Verdict verdict) {
        return assertInstanceOf(Verdict.Refused.class, verdict).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shandong", "beijing"})
    void a_visit_of_each_dialect_is_taken_once_and_in_order(String dialect) {
        begins(dialect);
        assertEquals("服务对象不存在", refusal(sends(good("C1"))));
        assertInstanceOf(Verdict.Taken.class, sends(Letters.service("C1")));
        assertInstanceOf(Verdict.Already.class, sends(Letters.service("C1")));
        assertInstanceOf(Verdict.Taken.class, sends(good("C1")));
        assertInstanceOf(Verdict.Already.class, sends(good("C1")));
    }

    @Test
    void a_request_of_many_is_taken_whole_or_not_at_all() {
        begins("shandong");
        Letter one = Letters.service("C1");
        Letter two = Letters.service("C2");
        assertInstanceOf(Verdict.Taken.class, sends(one));
        assertInstanceOf(Verdict.Already.class, sends(one, two));
        assertInstanceOf(Verdict.Taken.class, sends(two));
    }

    @ParameterizedTest
    @CsvSource({"sm2, sm4-cbc", "sm3-hmac, sm4-ecb", "hmac-sha256, none", "sm2-cipher, sm2-cipher"})
    void every_signature_and_cipher_is_read_by_the_other_side(String sign, String seal)
            throws IOException {
        String shandong = Files.readString(Dialects.SHIPPED.resolve("shandong.yaml"));
        Path changed = dir.resolve("changed.yaml");
        Files.writeString(
                changed,
                shandong.replace("sign: {method: sm2-cipher", "sign: {method: " + sign)
                        .replace("seal: {method: sm2-cipher", "seal: {method: " + seal));
        begins(changed);
        assertInstanceOf(Verdict.Taken.class, sends(Letters.service("C1")));
    }

    @Test
    void what_the_contract_does_not_know_is_refused() {
        begins("shandong");
        Letter letter = Letters.service("C1");
        JsonObject right = Letters.written(settings, letter);
        assertEquals(
                "未知字段 mood", refusal(sends(letter, List.of(right.copy().put("mood", "good")))));
        assertEquals(
                "proStatus 不合法",
                refusal(sends(letter, List.of(right.copy().put("proStatus", "7")))));
        JsonObject without = right.copy();
        without.remove("orgcode");
        assertEquals("orgcode 不能为空", refusal(sends(letter, List.of(without))));
    }

    @Test
    void a_negative_needs_a_reason_of_its_level_or_a_text() {
        begins("shandong");
        assertInstanceOf(Verdict.Taken.class, sends(Letters.service("C1")));
        Letter silent = Letters.rated("C1", 1, "keypad", "[]", "");
        JsonObject mute = Letters.written(settings, silent);
        mute.remove("writingEvaluation");
        assertEquals("差评必须勾选详情或填写文字评价", refusal(sends(silent, List.of(mute))));
        assertEquals(
                "评价详情 213 与满意度不符", refusal(sends(Letters.rated("C1", 1, "qr", "[\"213\"]", ""))));
        assertInstanceOf(Verdict.Taken.class, sends(silent));
    }

    @Test
    void who_does_not_know_the_word_is_not_let_in_and_no_letter_is_blamed() {
        begins("shandong");
        settings = settings(Dialects.SHIPPED.resolve("shandong.yaml"), TestKeys.secrets());
        post = new Post(settings, new PlatformTime(InstantSource.system()), wire);
        assertInstanceOf(Verdict.Later.class, sends(Letters.service("C1")));
    }

    @Test
    void a_hall_whose_clock_is_an_hour_off_is_heard_at_its_second_word() {
        begins("shandong");
        InstantSource late = () -> Instant.now().minus(Duration.ofHours(1));
        PlatformTime time = new PlatformTime(late);
        post = new Post(settings, time, wire);
        assertInstanceOf(Verdict.Taken.class, sends(Letters.service("C1")));
        assertEquals(60, time.ahead().plusSeconds(30).toMinutes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "html", "lie", "cut-before", "gone"})
    void an_ill_platform_blames_nobody_and_takes_it_when_it_is_well(String illness) {
        begins("shandong");
        standIn.ill(illness, 1, 0);
        assertInstanceOf(Verdict.Later.class, sends(Letters.service("C1")));
        assertInstanceOf(Verdict.Taken.class, sends(Letters.service("C1")));
    }

    @Test
    void an_answer_that_was_lost_is_known_at_the_next_try() {
        begins("shandong");
        standIn.ill("cut-after", 1, 0);
        assertInstanceOf(Verdict.Later.class, sends(Letters.service("C1")));
        assertInstanceOf(Verdict.Already.class, sends(Letters.service("C1")));
    }

    @Test
    void a_rate_limit_says_when_to_come_again() {
        begins("shandong");
        standIn.ill("rate-limit", 1, 30_000);
        assertEquals(
                Optional.of(Duration.ofSeconds(30)),
                assertInstanceOf(Verdict.Later.class, sends(Letters.service("C1"))).after());
    }
}
