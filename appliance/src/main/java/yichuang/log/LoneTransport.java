package yichuang.log;

import io.microraft.RaftEndpoint;
import io.microraft.model.message.RaftMessage;
import io.microraft.transport.Transport;

/** The link of a single voter: there is nobody to talk to, so a message is a bug. */
final class LoneTransport implements Transport {
    @Override
    public void send(RaftEndpoint target, RaftMessage message) {
        throw new IllegalStateException("a single voter has no link to " + target.getId());
    }

    @Override
    public boolean isReachable(RaftEndpoint endpoint) {
        return false;
    }
}
