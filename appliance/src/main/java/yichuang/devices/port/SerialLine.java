package yichuang.devices.port;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;

/**
 * A serial port of this machine, 8 bits, no parity, 1 stop bit.
 *
 * @param handshake whether the device stops us by RTS and CTS
 */
public record SerialLine(String device, int baud, boolean handshake) implements Port {
    /**
     * jSerialComm sets the line up and holds it. It writes until everything is written, for however
     * long a printer without paper takes nothing; so the bytes go by a {@link DeviceFile}.
     */
    @Override
    public ByteChannel open() throws IOException {
        SerialPort line;
        try {
            line = SerialPort.getCommPort(device);
        } catch (SerialPortInvalidPortException unknown) {
            throw new IOException(device + " is no serial port", unknown);
        }
        line.disableExclusiveLock();
        line.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        line.setFlowControl(
                handshake
                        ? SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED
                        : SerialPort.FLOW_CONTROL_DISABLED);
        line.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!line.openPort(0)) {
            throw new IOException(device + " cannot be opened");
        }
        try {
            return new Opened(line, DeviceFile.open(Path.of(device)));
        } catch (IOException | RuntimeException e) {
            line.closePort();
            throw e;
        }
    }

    /** The line, set up, and its bytes. */
    private record Opened(SerialPort line, DeviceFile bytes) implements ByteChannel {
        private static final long LEAVE_MILLIS_MAX = 3_000;
        private static final long NAP_MILLIS = 10;

        @Override
        public int read(ByteBuffer into) throws IOException {
            return bytes.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return bytes.write(from);
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        /** What still waits in the system's buffer leaves, unless the device takes no more. */
        @Override
        public void close() {
            long until = System.nanoTime() + LEAVE_MILLIS_MAX * 1_000_000;
            try {
                while (line.bytesAwaitingWrite() > 0 && System.nanoTime() < until) {
                    Thread.sleep(NAP_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (line.bytesAwaitingWrite() > 0) {
                line.flushIOBuffers(); // else closing would wait for the device
            }
            bytes.close();
            line.closePort();
        }
    }
}
