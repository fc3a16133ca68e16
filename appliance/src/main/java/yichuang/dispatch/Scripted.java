package yichuang.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The script that chooses, as long as it behaves, and what it did wrong. */
final class Scripted {
    private static final int FAULTS_MAX = 50;

    private final Deque<ScriptFault> faults = new ArrayDeque<>();
    private Optional<Script> script = Optional.empty();

    void use(Optional<Script> next) {
        script = next;
    }

    Optional<String> inForce() {
        return script.map(Script::name);
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
