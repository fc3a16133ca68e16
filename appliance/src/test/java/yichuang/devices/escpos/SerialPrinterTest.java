package yichuang.devices.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.devices.DeviceFault;
import yichuang.devices.port.SerialLine;

/**
 * A printer on a serial port. The port is a pseudo-terminal of this machine's kernel: set up,
 * opened and closed as a real one, but without a baud rate of its own.
 */
class SerialPrinterTest {
    private static final Duration READY_MAX = Duration.ofSeconds(10);

    @TempDir Path folder;
    private VirtualPrinter virtual;
    private Process cable;
    private RandomAccessFile held;
    private int cables;
    private EscPosPrinter printer;

    @BeforeEach
    void plugIn() throws Exception {
        virtual = new VirtualPrinter(Model.Paper.MM_80.dots());
        Path link = folder.resolve("tty" + cables++);
        cable =
                new ProcessBuilder(
                                "socat",
                                "PTY,rawer,link=" + link,
                                "TCP:127.0.0.1:" + virtual.port())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        long until = System.nanoTime() + READY_MAX.toNanos();
        while (!Files.exists(link)) {
            assertEquals(true, System.nanoTime() < until, "socat made no terminal");
            Thread.sleep(10);
        }
        String tty = link.toRealPath().toString();
        held = new RandomAccessFile(tty, "rw"); // as a cable that stays plugged in
        printer =
                new EscPosPrinter(
                        "printer-k3",
                        new SerialLine(tty, 19_200, false),
                        new Model(
                                Model.Paper.MM_80,
                                Model.Qr.PRINTER,
                                Model.Cut.PARTIAL,
                                Model.Answers.ALL));
    }

    @AfterEach
    void close() throws IOException {
        held.close();
        cable.destroy();
        virtual.close();
    }

    @Test
    void slip_after_slip_comes_out() throws Exception {
        for (int i = 0; i < 3; i++) {
            printer.check();
            printer.print(Slips.ordinary());
        }

        assertEquals(3, virtual.pieces().size());
        assertEquals(
                List.of(true, true, true),
                virtual.pieces().stream().map(one -> one.lines().contains("A0012")).toList());
    }

    @Test
    void paper_and_cover_are_read_back() throws Exception {
        virtual.paperLeft(0);
        assertEquals(DeviceFault.Kind.NO_PAPER, fault());
        virtual.cover(true);
        assertEquals(DeviceFault.Kind.COVER_OPEN, fault());
        virtual.cover(false);
        virtual.newRoll();
        printer.check();
    }

    @Test
    void one_that_was_pulled_out_is_there_again_when_it_is_plugged_in() throws Exception {
        printer.check();
        held.close();
        cable.destroy();
        cable.waitFor();
        virtual.close();
        assertEquals(DeviceFault.Kind.NO_ANSWER, fault());

        plugIn();
        printer.check();
    }

    private DeviceFault.Kind fault() {
        return assertThrows(DeviceFault.class, printer::check).kind();
    }
}
