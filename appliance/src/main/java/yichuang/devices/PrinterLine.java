package yichuang.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The line of a printer. */
final class PrinterLine extends Line {
    static final int PRINT_SECONDS_MAX = 10;

    private final Printer printer;
    private volatile Optional<Slip> last = Optional.empty();

    PrinterLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            Printer printer) {
        super(spot, clock, changed);
        this.printer = printer;
    }

    /**
     * Prints.
     *
     * @param slip made on the printer's thread, so that whoever asks need not
     * @param done told how it went: empty when the paper is out
     */
    void print(Supplier<Slip> slip, Consumer<Optional<DeviceFault.Kind>> done) {
        ask(
                () -> {
                    Slip made = slip.get();
                    printer.print(made);
                    last = Optional.of(made);
                    return made;
                },
                Duration.ofSeconds(PRINT_SECONDS_MAX),
                done);
    }

    @Override
    Device device() {
        return printer;
    }

    @Override
    void check() {
        askIfIdle(
                () -> {
                    printer.check();
                    return last;
                });
    }

    @Override
    DeviceView.Content content() {
        return new DeviceView.Printed(last);
    }
}
