package yichuang.devices.bus;

import java.io.IOException;

/** More boards than one machine can emulate: the first few in QEMU, the others as processes. */
public final class MixedBoards implements Boards {
    private final int fewEmulated;
    private final Boards emulated;
    private final Boards processes;

    public MixedBoards(int fewEmulated, Boards emulated, Boards processes) {
        this.fewEmulated = fewEmulated;
        this.emulated = emulated;
        this.processes = processes;
    }

    private Boards of(int number) {
        return number < fewEmulated ? emulated : processes;
    }

    @Override
    public void display(int number, String size, int address)
            throws IOException, InterruptedException {
        of(number).display(number, size, address);
    }

    @Override
    public void kill(int number) throws InterruptedException {
        of(number).kill(number);
    }

    @Override
    public void close() {
        emulated.close();
        processes.close();
    }
}
