package yichuang.log;

import io.microraft.RaftEndpoint;
import io.microraft.model.message.RaftMessage;
import io.microraft.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Raft's messages on the wire. What cannot be sent is lost, as a wire may lose it. */
record WireTransport(Wire wire) implements Transport {
    @Override
    public void send(RaftEndpoint target, RaftMessage message) {
        try {
            wire.send((NodeName) target, RaftMessages.encode(message));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a snapshot cannot be read to be sent", unreadable);
        }
    }

    @Override
    public boolean isReachable(RaftEndpoint endpoint) {
        return wire.reaches((NodeName) endpoint);
    }
}
