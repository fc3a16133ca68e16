package yichuang.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cases of a policy script: small stories of who waits and whom a window should call. The
 * language is for a hall manager to read, correct and add to; appliance/docs/scripting/policies.md
 * explains it.
 *
 * <pre>
 * item   开公司      market
 * window 4          market   开公司, 公章   also 食品许可
 *
 * case 周三上午，企业先办
 *   day   2026-03-04
 *   08:40 A0001 takes 食品许可
 *   08:50 A0002 takes 开公司
 *   09:00 window 4 next -> A0002
 * </pre>
 */
public final class PolicyCases {
    private final String name;
    private final List<CaseLine> furnishing = new ArrayList<>();
    private final List<Story> stories = new ArrayList<>();

    /** One case. */
    private record Story(String title, List<CaseLine> lines) {}

    /**
     * What came of one question of a case.
     *
     * @param line of the cases file
     * @param called the number that was called; empty when nobody was
     * @param fault what the script did wrong there
     */
    public record Finding(
            String title,
            int line,
            Optional<String> expected,
            Optional<String> called,
            Optional<ScriptFault> fault) {
        /** {@return whether the expected one was called and the script behaved} */
        public boolean holds() {
            return expected.equals(called) && fault.isEmpty();
        }
    }

    private PolicyCases(String name) {
        this.name = name;
    }

    /**
     * {@return the cases}
     *
     * @throws ScriptError with the line that cannot be read
     */
    public static PolicyCases of(String name, String text) throws ScriptError {
        PolicyCases cases = new PolicyCases(name);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            CaseLine read = CaseLine.of(number, line);
            if (read.words().isEmpty()) {
                continue;
            }
            if (read.is("case")) {
                cases.stories.add(new Story(read.after("case"), new ArrayList<>()));
            } else if (cases.stories.isEmpty()) {
                cases.furnishing.add(read);
            } else {
                cases.stories.getLast().lines().add(read);
            }
        }
        if (cases.stories.isEmpty()) {
            throw new ScriptError(
                    number,
                    "这个文件里没有案例。There is no case in this file.",
                    "写一行 case 标题。Write a line: case TITLE.");
        }
        return cases;
    }

    public String name() {
        return name;
    }

    /**
     * {@return what came of every question, in the order of the file}
     *
     * @throws ScriptError with the line that cannot be played
     */
    public List<Finding> run(Script script) throws ScriptError {
        List<Finding> findings = new ArrayList<>();
        for (Story story : stories) {
            CaseHall hall = new CaseHall(CaseSetup.of(furnishing), script);
            boolean asked = false;
            for (CaseLine line : story.lines()) {
                Optional<CaseHall.Asked> question = hall.play(line);
                if (question.isPresent()) {
                    asked = true;
                    findings.add(
                            new Finding(
                                    story.title(),
                                    line.number(),
                                    question.get().expected(),
                                    question.get().called(),
                                    question.get().fault()));
                }
            }
            if (!asked) {
                throw new ScriptError(
                        story.lines().isEmpty() ? 0 : story.lines().getLast().number(),
                        "案例没有提问：" + story.title() + "。The case asks nothing.",
                        "加一行 09:00 window 4 next -> A0001。Add such a line.");
            }
        }
        return findings;
    }
}
