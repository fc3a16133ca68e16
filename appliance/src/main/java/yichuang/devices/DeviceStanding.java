package yichuang.devices;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import yichuang.hall.WindowId;

/**
 * How a device is, without what it shows: what its node tells the others of it.
 *
 * @param since since when it is in this state, in the hall's time
 * @param fault what is wrong, in the state FAULT
 */
public record DeviceStanding(
        String id,
        DeviceKind kind,
        Optional<WindowId> window,
        DeviceView.State state,
        Instant since,
        Optional<DeviceFault.Kind> fault) {
    private static final byte VERSION = 1;

    /** {@return how a device of this node is} */
    public static DeviceStanding of(DeviceView view) {
        return new DeviceStanding(
                view.id(), view.kind(), view.window(), view.state(), view.since(), view.fault());
    }

    /** {@return the same device of which nobody knows how it is} */
    public DeviceStanding unknown() {
        return new DeviceStanding(
                id, kind, window, DeviceView.State.UNKNOWN, since, Optional.empty());
    }

    /** {@return its form among nodes} */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(id);
            out.writeUTF(kind.name());
            out.writeUTF(window.map(WindowId::value).orElse(""));
            out.writeUTF(state.name());
            out.writeLong(since.toEpochMilli());
            out.writeUTF(fault.map(DeviceFault.Kind::name).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * {@return the device of these bytes}
     *
     * @throws IOException when they are none that this release knows
     */
    public static DeviceStanding decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("not version 1 of a device's state");
            }
            return new DeviceStanding(
                    in.readUTF(),
                    DeviceKind.valueOf(in.readUTF()),
                    word(in).map(WindowId::new),
                    DeviceView.State.valueOf(in.readUTF()),
                    Instant.ofEpochMilli(in.readLong()),
                    word(in).map(DeviceFault.Kind::valueOf));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Optional<String> word(DataInputStream in) throws IOException {
        return Optional.of(in.readUTF()).filter(word -> !word.isEmpty());
    }
}
