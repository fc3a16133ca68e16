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
 * Looks at every command on every node: all apply the same ones in the same order, come to the same
 * state byte for byte, and the hall's rules hold after each.
 */
final class Judge {
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    /** The whole state is compared after so many commands; its every byte costs a little. */
    private static final int BETWEEN_COMPARISONS = 8;

    private static final int VIOLATIONS_KEPT = 5;

    private final Map<Long, byte[]> commands = new HashMap<>();
    private final Map<Long, byte[]> states = new HashMap<>();
    private final Rules rules = new Rules();
    private final List<String> violations = new ArrayList<>();
    private long lastIndex;

    void applied(String node, long index, byte[] command, Hall hall, Answer answer) {
        if (index > lastIndex) {
            lastIndex = index;
            commands.put(index, command);
            rulesHold(hall, command, answer);
        } else if (!Arrays.equals(commands.getOrDefault(index, command), command)) {
            violated("%s applied another command at %d".formatted(node, index));
        }
        if (index % BETWEEN_COMPARISONS == 0) {
            byte[] state = hall.snapshot();
            byte[] others = states.putIfAbsent(index, state);
            if (others != null && !Arrays.equals(others, state)) {
                violated("%s has another state at %d".formatted(node, index));
            }
        }
    }

    private void rulesHold(Hall hall, byte[] command, Answer answer) {
        try {
            rules.hold(hall, ENTRIES.decode(command).command(), answer);
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
