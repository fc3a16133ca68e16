package yichuang;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.cluster.grid.Shared;
import yichuang.cluster.grid.SharedEntry;
import yichuang.devices.DeviceFault;
import yichuang.devices.DeviceReport;
import yichuang.devices.DeviceReports;
import yichuang.devices.DeviceView;

/** What the nodes say of their devices, told through what they share. */
final class SharedReports implements DeviceReports {
    private static final Logger LOG = Logger.getLogger(SharedReports.class.getName());
    private static final String KIND = "device";
    private static final byte VERSION = 1;

    private final Shared shared;
    private final Map<String, Map<String, DeviceReport>> last = new ConcurrentHashMap<>();

    SharedReports(Shared shared) {
        this.shared = shared;
        listen(this::keep);
    }

    @Override
    public void tell(DeviceReport own) {
        keep(own);
        shared.say(KIND, own.device(), encode(own));
    }

    @Override
    public List<DeviceReport> about(String device) {
        return List.copyOf(last.getOrDefault(device, Map.of()).values());
    }

    private void keep(DeviceReport report) {
        last.computeIfAbsent(report.device(), any -> new ConcurrentHashMap<>())
                .put(report.node(), report);
    }

    @Override
    public void listen(Consumer<DeviceReport> listener) {
        shared.listen(entry -> report(entry).ifPresent(listener));
    }

    private static Optional<DeviceReport> report(SharedEntry entry) {
        if (!entry.kind().equals(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(entry.id(), entry.owner(), entry.bytes()));
        } catch (IOException otherRelease) {
            LOG.log(Level.FINE, otherRelease, () -> "a device of " + entry.owner());
            return Optional.empty();
        }
    }

    private static byte[] encode(DeviceReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(report.state().name());
            out.writeLong(report.since().toEpochMilli());
            out.writeUTF(report.fault().map(DeviceFault.Kind::name).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static DeviceReport decode(String device, String node, byte[] bytes)
            throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("not version 1 of a device's state");
            }
            return new DeviceReport(
                    device,
                    node,
                    DeviceView.State.valueOf(in.readUTF()),
                    Instant.ofEpochMilli(in.readLong()),
                    Optional.of(in.readUTF())
                            .filter(word -> !word.isEmpty())
                            .map(DeviceFault.Kind::valueOf));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
