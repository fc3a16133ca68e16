package yichuang.devices.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Boards and pads as processes: the firmware's own core, built for this machine. */
public final class HostBoards implements Boards {
    private final Hub hub;
    private final Path firmware;
    private final Map<Integer, Process> running = new HashMap<>();

    /** {@code firmware}: its folder, built when it is not yet. */
    public HostBoards(Hub hub, Path firmware) throws IOException, InterruptedException {
        this.hub = hub;
        this.firmware = firmware;
        Firmware.make(firmware, "host-board");
    }

    @Override
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
                                Boards.id(number).toString(),
                                HexFormat.of().toHexDigits((byte) address))
                        .inheritIO()
                        .start());
    }

    @Override
    public void kill(int number) throws InterruptedException {
        Process board = running.remove(number);
        board.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
