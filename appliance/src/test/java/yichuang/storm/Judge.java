package yichuang.storm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yichuang.hall.Answer;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.Rules;
import yichuang.hall.codec.Codec;

/**
 * Looks at every command on every node: all that take part in one log apply the same ones in the
 * same order, come to the same state byte for byte, and the hall's rules hold after each. An island
 * has a log of its own.
 */
final class Judge {
    /** The log that the hall has when it is whole. */
    static final String MAIN = "main";

    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    /** The whole state is compared after so many commands; its every byte costs a little. */
    private static final int BETWEEN_COMPARISONS = 8;

    private static final int VIOLATIONS_KEPT = 5;

    private final Map<String, Log> logs = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final Parts parts;

    /** What is known of one log. */
    private static final class Log {
        private final Map<Long, byte[]> commands = new HashMap<>();
        private final Map<Long, byte[]> states = new HashMap<>();
        private final Rules rules = new Rules();
        private long lastIndex;
    }

    Judge(Parts parts) {
        this.parts = parts;
    }

    void applied(String part, String node, long index, byte[] command, Hall hall, Answer answer) {
        Log log = logs.computeIfAbsent(part, any -> new Log());
        if (index > log.lastIndex) {
            log.lastIndex = index;
            log.commands.put(index, command);
            Entry entry = ENTRIES.decode(command);
            rulesHold(log, hall, entry, answer);
            if (answer instanceof Answer.Agreed agreed) {
                parts.happened(part, node, hall, entry, agreed.events());
            }
            parts.someoneTwice().ifPresent(this::violated);
        } else if (!Arrays.equals(log.commands.getOrDefault(index, command), command)) {
            violated("%s applied another command at %d of %s".formatted(node, index, part));
        }
        if (index % BETWEEN_COMPARISONS == 0) {
            byte[] state = hall.snapshot();
            byte[] others = log.states.putIfAbsent(index, state);
            if (others != null && !Arrays.equals(others, state)) {
                violated("%s has another state at %d of %s".formatted(node, index, part));
            }
        }
    }

    private void rulesHold(Log log, Hall hall, Entry entry, Answer answer) {
        try {
            log.rules.hold(hall, entry.command(), answer);
        } catch (AssertionError broken) {
            violated("a rule of the hall is broken: " + broken.getMessage());
        }
    }

    void violated(String what) {
        if (violations.size() < VIOLATIONS_KEPT) {
            violations.add(what);
        }
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    boolean clean() {
        return violations.isEmpty();
    }
}
