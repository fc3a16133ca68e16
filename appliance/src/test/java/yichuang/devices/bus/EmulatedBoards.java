package yichuang.devices.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Boards in QEMU's stm32vldiscovery: boot loader and firmware as they are flashed, bit for bit.
 * What the emulator has no model of, display-firmware/DESIGN.md says.
 */
public final class EmulatedBoards implements Boards {
    private final Hub hub;
    private final Path firmware;
    private final Path folder;
    private final Map<Integer, Process> running = new HashMap<>();

    /** {@code folder}: where each board's flash goes. */
    public EmulatedBoards(Hub hub, Path firmware, Path folder)
            throws IOException, InterruptedException {
        this.hub = hub;
        this.firmware = firmware;
        this.folder = folder;
        Firmware.make(firmware, "firmware");
        Firmware.make(firmware, "build/factory");
        // An emulator does not end with its line.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    @Override
    public synchronized void display(int number, String size, int address)
            throws IOException, InterruptedException {
        Path flash = folder.resolve("board-" + number + ".bin");
        Path build = firmware.resolve("build");
        Process factory =
                new ProcessBuilder(
                                build.resolve("factory").toString(),
                                build.resolve("boot.bin").toString(),
                                build.resolve("firmware_a.bin").toString(),
                                build.resolve("firmware_b.bin").toString(),
                                "display",
                                size,
                                Boards.id(number).toString(),
                                HexFormat.of().toHexDigits((byte) address))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(flash.toFile())
                        .start();
        if (factory.waitFor() != 0) {
            throw new IOException("no flash for board " + number);
        }
        running.put(
                number,
                new ProcessBuilder(
                                "qemu-system-arm",
                                "-M",
                                "stm32vldiscovery",
                                "-accel",
                                "tcg",
                                "-display",
                                "none",
                                "-monitor",
                                "none",
                                "-kernel",
                                flash.toString(),
                                "-chardev",
                                "socket,id=bus,path=" + hub.path().toString().replace(",", ",,"),
                                "-serial",
                                "chardev:bus")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("board-" + number + ".log").toFile())
                        .start());
    }

    @Override
    public synchronized void kill(int number) throws InterruptedException {
        running.remove(number).destroyForcibly().waitFor();
    }

    @Override
    public synchronized void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
