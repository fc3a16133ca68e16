package yichuang.devices.bus;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import yichuang.devices.DeviceFault;
import yichuang.devices.Face;
import yichuang.hall.WindowId;

/** A whole bus for tests: the real driver, the wires, and boards that run the firmware's core. */
final class Bus implements AutoCloseable {
    static final Path FIRMWARE = Path.of("../display-firmware");
    private static final int READ_MAX = 238;
    private static final int BY_ID = 0xFE;

    final Hub hub;
    final Boards boards;
    final BusMaster master;

    /** With boards as processes. */
    Bus(Path folder, Path firmware, double flipped, double dropped)
            throws IOException, InterruptedException {
        this(folder, hub -> new HostBoards(hub, firmware), flipped, dropped);
    }

    Bus(Path folder, Boards.Making making, double flipped, double dropped)
            throws IOException, InterruptedException {
        hub = new Hub(folder.resolve("bus"), 5, flipped, dropped);
        boards = making.on(hub);
        master = new BusMaster("test", WirePort.of("unix:" + hub.path(), 0, false, null)).start();
    }

    static Face call(String number, String window) {
        return new Face.Call(
                new WindowId(window), number, List.of("请 " + number + " 到 " + window + "号窗口"));
    }

    static Face serving(String number, String window) {
        return new Face.Serving(new WindowId(window), number, List.of("正在办理 " + number));
    }

    /** What stands in the board's frame buffer, as the board itself says. */
    Drawn read(int address, int width, int height) throws DeviceFault, InterruptedException {
        return read(master, address, new byte[0], width, height);
    }

    /** The same of a board that has no address yet. */
    Drawn read(UnitId id, int width, int height) throws DeviceFault, InterruptedException {
        return read(master, BY_ID, id.bytes(), width, height);
    }

    /** The same by way of another master. */
    static Drawn read(BusMaster master, int address, byte[] id, int width, int height)
            throws DeviceFault, InterruptedException {
        while (true) {
            byte[] buffer = new byte[width / 8 * height];
            int change = -1;
            boolean same = true;
            for (int at = 0; at < buffer.length; at += READ_MAX) {
                int length = Math.min(READ_MAX, buffer.length - at);
                Reply reply =
                        Units.act(
                                master,
                                address,
                                Ask.READBACK,
                                new Octets().bytes(id).u16(at).u8(length).done());
                same &= change == -1 || change == reply.u8(0);
                change = reply.u8(0);
                System.arraycopy(reply.bytes(1, length), 0, buffer, at, length);
            }
            if (same) {
                return Drawn.of(width, height, buffer);
            }
        }
    }

    /** Tries until it works, for so long. */
    static <T> T eventually(Duration atMost, Callable<T> what) throws Exception {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                return what.call();
            } catch (DeviceFault | AssertionError notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() {
        master.close();
        boards.close();
        hub.close();
    }
}
