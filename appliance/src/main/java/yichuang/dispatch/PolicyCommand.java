package yichuang.dispatch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code policy FILE.js}: compiles the script and plays the cases beside it. Exit code 0 when all
 * hold, 1 when one does not, 2 when a file cannot be used.
 */
@Command(
        name = "policy",
        description = "检查叫号策略脚本，并演示旁边的 .cases。Checks a policy script and plays its cases.")
public final class PolicyCommand implements Callable<Integer> {
    private static final int HOLDS = 0;
    private static final int DIFFERS = 1;
    private static final int UNUSABLE = 2;

    @Parameters(paramLabel = "FILE.js", description = "策略脚本。The policy script.")
    private Path file;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Script script;
        try {
            script = Script.compile(name(file), Files.readString(file));
        } catch (ScriptError error) {
            return unusable(file, error, out);
        }
        out.println(name(file) + "：可以使用。It can be used.");
        Path cases = casesOf(file);
        if (!Files.exists(cases)) {
            out.println("旁边没有 " + name(cases) + "。There are no cases beside it.");
            return HOLDS;
        }
        try {
            List<PolicyCases.Finding> findings =
                    PolicyCases.of(name(cases), Files.readString(cases)).run(script);
            findings.forEach(finding -> out.println(told(finding)));
            return findings.stream().allMatch(PolicyCases.Finding::holds) ? HOLDS : DIFFERS;
        } catch (ScriptError error) {
            return unusable(cases, error, out);
        }
    }

    /** {@return where the cases of a script are} */
    static Path casesOf(Path file) {
        return file.resolveSibling(name(file).replaceFirst("\\.js$", "") + ".cases");
    }

    private static int unusable(Path file, ScriptError error, PrintWriter out) {
        out.println(file + ":" + error.line());
        out.println("  " + error.what());
        out.println("  " + error.hint());
        return UNUSABLE;
    }

    private static String told(PolicyCases.Finding finding) {
        String called = who(finding.called());
        String result =
                finding.holds()
                        ? "✓ " + called
                        : "✗ 应叫 "
                                + who(finding.expected())
                                + "，叫了 "
                                + called
                                + " (expected, called)";
        String fault =
                finding.fault()
                        .map(
                                one ->
                                        "\n    "
                                                + one.script()
                                                + ":"
                                                + one.line()
                                                + " "
                                                + one.message())
                        .orElse("");
        return "  " + finding.line() + "  " + finding.title() + "  " + result + fault;
    }

    private static String who(Optional<String> number) {
        return number.orElse("nobody");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
