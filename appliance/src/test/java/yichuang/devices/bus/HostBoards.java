package yichuang.devices.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Boards and pads as processes: the firmware's own core, built for this machine. */
public final class HostBoards implements AutoCloseable {
    private static boolean built;

    private final Hub hub;
    private final Path firmware;
    private final Map<Integer, Process> running = new HashMap<>();

    /** {@code firmware}: its folder, built when it is not yet. */
    public HostBoards(Hub hub, Path firmware) throws IOException, InterruptedException {
        this.hub = hub;
        this.firmware = firmware;
        build(firmware);
    }

    private static synchronized void build(Path firmware) throws IOException, InterruptedException {
        if (!built) {
            Process make =
                    new ProcessBuilder("make", "-s", "host-board")
                            .directory(firmware.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (make.waitFor() != 0) {
                throw new IllegalStateException("make host-board does not work in " + firmware);
            }
            built = true;
        }
    }

    /** The id that the board with this number has. */
    static UnitId id(int number) {
        byte[] id = new byte[UnitId.LENGTH];
        for (int i = 0; i < id.length; i++) {
            id[i] = (byte) (number * 31 + i * 7 + 1);
        }
        return new UnitId(id);
    }

    /** {@code address}: 255 for none. */
    public void display(int number, String size, int address) throws IOException {
        start(number, "display", size, address);
    }

    private void start(int number, String kind, String size, int address) throws IOException {
        Path program = firmware.resolve("build/host-board");
        running.put(
                number,
                new ProcessBuilder(
                                program.toString(),
                                hub.path().toString(),
                                kind,
                                size,
                                id(number).toString(),
                                HexFormat.of().toHexDigits((byte) address))
                        .inheritIO()
                        .start());
    }

    public void kill(int number) throws InterruptedException {
        Process board = running.remove(number);
        board.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
