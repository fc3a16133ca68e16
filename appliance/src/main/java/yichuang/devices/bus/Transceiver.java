package yichuang.devices.bus;

import java.io.IOException;

/** The line that makes an RS-485 transceiver talk or listen (DE). */
interface Transceiver extends AutoCloseable {
    /** Of a transceiver that turns round by itself. */
    Transceiver BY_ITSELF =
            new Transceiver() {
                @Override
                public void talk() {}

                @Override
                public void listen() {}

                @Override
                public void close() {}
            };

    void talk() throws IOException;

    void listen() throws IOException;

    @Override
    void close();
}
