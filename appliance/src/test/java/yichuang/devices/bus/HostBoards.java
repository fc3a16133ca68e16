package yichuang.devices.bus;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Boards and pads as processes: the firmware's own core, built for this machine. */
final class HostBoards implements AutoCloseable {
    private static final File FIRMWARE = new File("../display-firmware");
    private static boolean built;

    private final Hub hub;
    private final Map<Integer, Process> running = new HashMap<>();

    HostBoards(Hub hub) throws IOException, InterruptedException {
        this.hub = hub;
        build();
    }

    private static synchronized void build() throws IOException, InterruptedException {
        if (!built) {
            Process make =
                    new ProcessBuilder("make", "-s", "host-board")
                            .directory(FIRMWARE)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (make.waitFor() != 0) {
                throw new IllegalStateException("make host-board does not work in " + FIRMWARE);
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
    void display(int number, String size, int address) throws IOException {
        start(number, "display", size, address);
    }

    private void start(int number, String kind, String size, int address) throws IOException {
        Path program = FIRMWARE.toPath().resolve("build/host-board");
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

    void kill(int number) throws InterruptedException {
        Process board = running.remove(number);
        board.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
