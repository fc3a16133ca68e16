package yichuang.dispatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The script that chooses, as long as it behaves, and what it did wrong. Each fault costs that one
 * choice, which the built-in policy makes; after {@value #FAULTS_IN_A_ROW_MAX} in a row, or when
 * the script does not come back, it is switched off until it is loaded again.
 */
final class Scripted {
    static final int FAULTS_IN_A_ROW_MAX = 3;
    private static final int FAULTS_MAX = 50;

    private final Deque<ScriptFault> faults = new ArrayDeque<>();
    private final Patience patience;
    private ScriptThread thread;
    private Optional<Script> script = Optional.empty();
    private int inARow;

    Scripted(Patience patience) {
        this.patience = patience;
        this.thread = new ScriptThread(patience);
    }

    void use(Optional<Script> next) {
        script = next;
        inARow = 0;
    }

    /** {@return the name of the script that chooses now} */
    Optional<String> inForce() {
        return script.map(Script::name);
    }

    /** {@return its choice; empty when there is no script or it did not answer} */
    Optional<Script.Best> choose(Script.Question question, Instant now) {
        if (script.isEmpty()) {
            return Optional.empty();
        }
        Script asked = script.get();
        try {
            Script.Best best = thread.ask(asked, question);
            inARow = 0;
            return Optional.of(best);
        } catch (Script.Failed failed) {
            inARow++;
            note(new ScriptFault(asked.name(), failed.line(), failed.getMessage(), now));
            if (inARow == FAULTS_IN_A_ROW_MAX) {
                switchOff(
                        asked,
                        "连续出错 "
                                + FAULTS_IN_A_ROW_MAX
                                + " 次，已停用，改用内置策略；改好文件后自动恢复。"
                                + "Switched off after "
                                + FAULTS_IN_A_ROW_MAX
                                + " faults in a row; mend the file and it is used again.",
                        now);
            }
        } catch (ScriptThread.Late late) {
            note(new ScriptFault(asked.name(), 0, late.getMessage(), now));
        } catch (ScriptThread.Stuck stuck) {
            thread.abandon();
            thread = new ScriptThread(patience);
            switchOff(
                    asked,
                    "脚本停不下来，已停用，改用内置策略；改好文件后自动恢复。"
                            + "Switched off: it does not come back; mend the file and it is used again.",
                    now);
        }
        return Optional.empty();
    }

    private void switchOff(Script asked, String why, Instant now) {
        script = Optional.empty();
        note(new ScriptFault(asked.name(), 0, why, now));
    }

    void note(ScriptFault fault) {
        faults.addFirst(fault);
        if (faults.size() > FAULTS_MAX) {
            faults.removeLast();
        }
    }

    List<ScriptFault> faults() {
        return List.copyOf(faults);
    }
}
