package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What waits for one peer. Raft repeats itself, so its oldest message makes room for a new one;
 * requests were counted before they came here and are never dropped. Both take turns, so neither
 * waits behind a burst of the other. Any thread.
 */
final class SendQueue {
    private final LinkLimits limits;
    private final Deque<Buffer> raft = new ArrayDeque<>();
    private final Deque<Request> requests = new ArrayDeque<>();
    private int raftBytes;
    private long dropped;
    private Turn turn = Turn.REQUEST;

    private enum Turn {
        RAFT,
        REQUEST
    }

    SendQueue(LinkLimits limits) {
        this.limits = limits;
    }

    synchronized void raft(Buffer frame) {
        raft.addLast(frame);
        raftBytes += frame.length();
        while (raft.size() > limits.raftMax() || raftBytes > limits.raftBytesMax()) {
            raftBytes -= raft.removeFirst().length();
            dropped++;
        }
    }

    synchronized void request(Request request) {
        requests.addLast(request);
    }

    /** {@return the next frame to write; a request is marked as sent with it} */
    synchronized Optional<Buffer> next() {
        requests.removeIf(Request::over);
        if (!requests.isEmpty() && (turn == Turn.REQUEST || raft.isEmpty())) {
            turn = Turn.RAFT;
            return Optional.of(requests.removeFirst().sent());
        }
        turn = Turn.REQUEST;
        if (raft.isEmpty()) {
            return Optional.empty();
        }
        Buffer frame = raft.removeFirst();
        raftBytes -= frame.length();
        return Optional.of(frame);
    }

    /** The peer is gone: what Raft had to say is stale by the time it is back. */
    synchronized void forgetRaft() {
        dropped += raft.size();
        raft.clear();
        raftBytes = 0;
    }

    /** {@return Raft messages that were dropped so far} */
    synchronized long dropped() {
        return dropped;
    }
}
