package yichuang.devices.bus;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A serial port of this machine. Where the transceiver does not turn round by itself, either the
 * kernel turns it with RTS, or a pin does ({@link Transceiver}).
 */
final class SerialWire implements Wire {
    private static final int BITS_PER_BYTE = 10;

    private final SerialPort port;
    private final long nanosPerByte;
    private final Transceiver transceiver;

    private SerialWire(SerialPort port, int baud, Transceiver transceiver) {
        this.port = port;
        this.nanosPerByte = 1_000_000_000L * BITS_PER_BYTE / baud;
        this.transceiver = transceiver;
    }

    /** {@code rts}: the kernel switches the transceiver by RTS. */
    static SerialWire open(String name, int baud, boolean rts, Transceiver transceiver)
            throws IOException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException unknown) {
            throw new IOException(name + " is no serial port", unknown);
        }
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        if (rts) {
            port.setRs485ModeParameters(true, true, 0, 0);
        }
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 1, 0);
        if (!port.openPort()) {
            throw new IOException(name + " cannot be opened");
        }
        return new SerialWire(port, baud, transceiver);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        transceiver.talk();
        try {
            long from = System.nanoTime();
            if (port.writeBytes(bytes, bytes.length) != bytes.length) {
                throw new IOException(port.getSystemPortName() + " takes no bytes");
            }
            // The driver takes the bytes at once; they leave at the line's own pace.
            long leave = from + bytes.length * nanosPerByte;
            for (long left = leave - System.nanoTime();
                    left > 0;
                    left = leave - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        } finally {
            transceiver.listen();
        }
    }

    @Override
    public int receive(byte[] into, Duration atMost) throws IOException {
        long until = System.nanoTime() + atMost.toNanos();
        do {
            int got = port.readBytes(into, into.length);
            if (got < 0 || !port.isOpen()) {
                throw new IOException(port.getSystemPortName() + " is gone");
            }
            if (got > 0) {
                return got;
            }
        } while (System.nanoTime() < until);
        return 0;
    }

    @Override
    public void close() {
        port.closePort();
        transceiver.close();
    }
}
