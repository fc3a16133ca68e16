package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/** A device that hangs costs nobody else anything: whoever asks it goes on at once. */
class SlowDeviceTest {
    private static final DevicePlan.Spot SPOT =
            new DevicePlan.Spot(
                    "printer-k1",
                    DeviceKind.PRINTER,
                    "k1",
                    Optional.empty(),
                    List.of(),
                    Optional.of("n1"));

    @Test
    void a_full_line_says_at_once_that_the_slip_will_not_come() throws InterruptedException {
        CountDownLatch paper = new CountDownLatch(1);
        CountDownLatch printing = new CountDownLatch(1);
        PrinterLine line =
                new PrinterLine(SPOT, () -> Instant.EPOCH, view -> {}, jammed(printing, paper));
        line.start();
        List<DeviceFault.Kind> faults = new ArrayList<>();
        line.print(SlowDeviceTest::slip, fault -> {});
        printing.await();
        for (int i = 0; i <= Line.WAITING_MAX; i++) {
            line.print(SlowDeviceTest::slip, fault -> fault.ifPresent(faults::add));
        }

        assertEquals(List.of(DeviceFault.Kind.TOO_MUCH), faults);
        paper.countDown();
        line.close();
    }

    @Test
    void a_slow_display_shows_the_newest_and_skips_what_was_overtaken()
            throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<Face> shown = new ArrayList<>();
        Display slow =
                new Display() {
                    @Override
                    public void show(Face face) throws InterruptedException {
                        go.await();
                        shown.add(face);
                    }

                    @Override
                    public void check() {}
                };
        DisplayLine line = new DisplayLine(SPOT, () -> Instant.EPOCH, view -> {}, slow);
        for (Face.Rest rest : Face.Rest.values()) {
            line.want(new Face.Resting(new WindowId("3"), rest, List.of()));
        }
        line.start();
        go.countDown();
        CountDownLatch idle = new CountDownLatch(1);
        line.whenIdle(idle);
        idle.await();

        assertEquals(1, shown.size());
        assertTrue(shown.getFirst() instanceof Face.Resting one && one.rest() == Face.Rest.CLOSED);
        line.close();
    }

    private static Printer jammed(CountDownLatch printing, CountDownLatch paper) {
        return new Printer() {
            @Override
            public void print(Slip slip) throws InterruptedException {
                printing.countDown();
                paper.await();
            }

            @Override
            public void check() {}
        };
    }

    private static Slip slip() {
        return new Slip(
                Slip.Kind.TICKET, new TicketId("t1"), "", "A0001", List.of(), Optional.empty());
    }
}
