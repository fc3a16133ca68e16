package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.cluster.grid.Shared;
import yichuang.devices.DeviceFault;
import yichuang.devices.DeviceReport;
import yichuang.devices.DeviceView;

/** Two nodes whose words reach each other. */
class SharedReportsTest {
    private final Shared first = new Shared("n1");
    private final Shared second = new Shared("n2");

    private static DeviceReport report(
            String device, DeviceView.State state, Optional<DeviceFault.Kind> fault) {
        return new DeviceReport(device, "n1", state, Instant.parse("2026-03-02T00:00:00Z"), fault);
    }

    @Test
    void a_report_arrives_as_it_was_told_also_one_of_before_they_met() {
        SharedReports here = new SharedReports(first);
        SharedReports there = new SharedReports(second);
        List<DeviceReport> heard = new ArrayList<>();
        there.listen(heard::add);
        DeviceReport well = report("display-3", DeviceView.State.OK, Optional.empty());
        here.tell(well);
        assertEquals(List.of(well), here.about("display-3"));
        assertEquals(List.of(), there.about("display-3"));
        first.connect(second::heard);
        assertEquals(List.of(well), there.about("display-3"));
        DeviceReport empty =
                report("printer-1", DeviceView.State.FAULT, Optional.of(DeviceFault.Kind.NO_PAPER));
        here.tell(empty);
        assertEquals(List.of(empty), there.about("printer-1"));
        assertEquals(List.of(well, empty), heard);
    }
}
