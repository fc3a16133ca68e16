package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.cluster.grid.Shared;
import yichuang.devices.DeviceFault;
import yichuang.devices.DeviceKind;
import yichuang.devices.DeviceStanding;
import yichuang.devices.DeviceView;
import yichuang.hall.WindowId;

class SharedDevicesTest {
    private static final DeviceStanding PRINTER =
            new DeviceStanding(
                    "printer-1",
                    DeviceKind.PRINTER,
                    Optional.empty(),
                    DeviceView.State.FAULT,
                    Instant.parse("2026-03-02T00:00:00Z"),
                    Optional.of(DeviceFault.Kind.NO_PAPER));

    @Test
    void a_hall_of_one_has_no_devices_elsewhere() {
        SharedDevices devices = new SharedDevices("n1", new Shared("n1"));
        devices.put(PRINTER);
        assertEquals(List.of(), devices.elsewhere());
    }

    @Test
    void a_device_is_read_as_it_was_written() throws Exception {
        DeviceStanding display =
                new DeviceStanding(
                        "display-3",
                        DeviceKind.DISPLAY,
                        Optional.of(new WindowId("w3")),
                        DeviceView.State.OK,
                        Instant.EPOCH,
                        Optional.empty());
        assertEquals(PRINTER, DeviceStanding.decode(PRINTER.encode()));
        assertEquals(display, DeviceStanding.decode(display.encode()));
        assertEquals(DeviceView.State.UNKNOWN, PRINTER.unknown().state());
        assertThrows(IOException.class, () -> DeviceStanding.decode(new byte[] {9}));
        assertThrows(IOException.class, () -> DeviceStanding.decode(new byte[0]));
    }
}
