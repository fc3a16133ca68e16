package yichuang.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A machine that remembers every command in order: the plainest state in which a loss shows. */
final class Ledger implements Machine {
    /** A command that this machine cannot apply: a bug. */
    static final String BUG = "bug";

    private final List<String> lines = new ArrayList<>();
    private final List<Long> indices = new ArrayList<>();
    private final List<Long> caughtUp = new ArrayList<>();
    private int restores;

    static byte[] command(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object apply(long index, byte[] command) {
        String line = new String(command, StandardCharsets.UTF_8);
        if (line.equals(BUG)) {
            lines.add("half done");
            throw new IllegalStateException("cannot apply");
        }
        lines.add(line);
        indices.add(index);
        return index + " " + line;
    }

    @Override
    public byte[] snapshot() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(lines.size());
            for (int at = 0; at < lines.size(); at++) {
                out.writeLong(indices.get(at));
                out.writeUTF(lines.get(at));
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void restore(long index, byte[] snapshot) {
        restores++;
        lines.clear();
        indices.clear();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            for (int left = in.readInt(); left > 0; left--) {
                indices.add(in.readLong());
                lines.add(in.readUTF());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void caughtUp(long index) {
        caughtUp.add(index);
    }

    /** {@return the index at each time that the log said it leads} */
    List<Long> caughtUpAt() {
        return List.copyOf(caughtUp);
    }

    /** {@return the commands in the order in which they were applied} */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return the index of each command} */
    List<Long> indices() {
        return List.copyOf(indices);
    }

    int restores() {
        return restores;
    }
}
