package yichuang.cluster.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import yichuang.log.Machine;

/** A machine whose state is the list of its commands, one a line. */
final class Counted implements Machine {
    private List<String> commands = new ArrayList<>();
    private int padding;
    private final List<Long> caughtUp = new ArrayList<>();
    private int restored;

    /** {@return a machine whose state is some bytes larger than its commands} */
    static Counted padded(int bytes) {
        Counted machine = new Counted();
        machine.padding = bytes;
        return machine;
    }

    @Override
    public synchronized Object apply(long index, byte[] command) {
        String text = new String(command, StandardCharsets.UTF_8);
        if (text.equals("bug")) {
            throw new IllegalStateException("a bug");
        }
        commands.add(index + " " + text);
        return text;
    }

    @Override
    public synchronized byte[] snapshot() {
        String state = "x".repeat(padding) + "\n" + String.join("\n", commands);
        return state.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void restore(long index, byte[] snapshot) {
        String state = new String(snapshot, StandardCharsets.UTF_8);
        commands = new ArrayList<>(state.lines().skip(1).toList());
        restored++;
    }

    @Override
    public synchronized void caughtUp(long index) {
        caughtUp.add(index);
    }

    synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    synchronized List<Long> caughtUp() {
        return List.copyOf(caughtUp);
    }

    synchronized int restored() {
        return restored;
    }
}
