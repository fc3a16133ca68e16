package yichuang.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every shipped script does what its cases say, and an author is told what is wrong. */
class ShippedPoliciesTest {
    private static final Path POLICIES = Path.of("../scripts/policies");

    @TempDir private Path folder;

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(POLICIES)) {
            return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_script_does_what_its_cases_say(Path file) throws Exception {
        Script script = Script.cold(file.toString(), Files.readString(file));
        Path cases = PolicyCommand.casesOf(file);
        List<PolicyCases.Finding> findings =
                PolicyCases.of(cases.toString(), Files.readString(cases)).run(script);
        assertEquals(List.of(), findings.stream().filter(finding -> !finding.holds()).toList());
        assertTrue(findings.size() >= 4);
    }

    @Test
    void a_case_that_does_not_hold_is_shown_with_its_line_and_who_was_called() throws Exception {
        write("first.js", "function score(ticket) { return ticket.waited }");
        write(
                "first.cases",
                """
                item 社保 social
                window 1 social 社保
                case 后来的先叫
                  08:00 A0001 takes 社保
                  08:01 A0002 takes 社保
                  08:10 window 1 next -> A0002
                """);
        StringWriter out = new StringWriter();
        int code = policy(out, "first.js");
        assertEquals(1, code);
        assertTrue(out.toString().contains("6  后来的先叫  ✗ 应叫 A0002，叫了 A0001"), out::toString);
    }

    @Test
    void a_script_that_cannot_be_read_is_shown_with_its_line_and_what_to_write() throws Exception {
        write("loop.js", "function score(t) {\n  for (const x of [1]) {}\n  return 1\n}");
        StringWriter out = new StringWriter();
        assertEquals(2, policy(out, "loop.js"));
        assertTrue(out.toString().contains("loop.js:2"), out::toString);
        assertTrue(out.toString().contains("for (let x of xs)"), out::toString);
    }

    @Test
    void a_line_of_cases_that_cannot_be_read_is_named() {
        ScriptError error =
                assertThrows(
                        ScriptError.class,
                        () ->
                                PolicyCases.of("x", "case 一\n  08:00 A0001 eats 社保\n")
                                        .run(Script.cold("x", "function score() { return 1 }")));
        assertEquals(2, error.line());
    }

    @Test
    void a_broken_new_version_leaves_the_old_one_and_a_mended_one_is_loaded() throws Exception {
        Path file = write("p.js", "function score() { return 1 }");
        PolicyFile policy = new PolicyFile(file);
        Instant now = Instant.EPOCH;
        assertTrue(policy.reloadIfChanged(now) instanceof PolicyFile.Look.Loaded);
        assertTrue(policy.reloadIfChanged(now) instanceof PolicyFile.Look.Unchanged);

        write("p.js", "function score() {\n return\n");
        PolicyFile.Look look = policy.reloadIfChanged(now);
        assertTrue(
                look instanceof PolicyFile.Look.Broken broken && broken.fault().line() >= 2,
                look::toString);
        assertTrue(policy.reloadIfChanged(now) instanceof PolicyFile.Look.Unchanged);

        write("p.js", "function score() { return 22 }");
        assertTrue(policy.reloadIfChanged(now) instanceof PolicyFile.Look.Loaded);
        Files.delete(file);
        assertTrue(policy.reloadIfChanged(now) instanceof PolicyFile.Look.Broken);
        assertTrue(policy.reloadIfChanged(now) instanceof PolicyFile.Look.Unchanged);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int policy(StringWriter out, String file) {
        return new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out))
                .execute(folder.resolve(file).toString());
    }
}
