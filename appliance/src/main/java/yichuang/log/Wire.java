package yichuang.log;

import java.util.function.BiConsumer;

/**
 * What carries the voters' messages to each other. Raft bears lost, late, doubled and disordered
 * messages, so a wire may do all of that; what it must not do is change one or name the wrong
 * sender.
 */
public interface Wire {

    /** The wire of a single voter: nobody is there. */
    Wire NOBODY =
            new Wire() {
                @Override
                public void send(NodeName to, byte[] message) {
                    throw new IllegalStateException("a single voter has no wire to " + to.name());
                }

                @Override
                public boolean reaches(NodeName node) {
                    return false;
                }

                @Override
                public void listen(BiConsumer<NodeName, byte[]> taker) {}
            };

    /**
     * Sends a message. Called on the log's thread: never blocks, and drops what it cannot carry.
     *
     * @param message not to be changed; at most 16 MiB less a few bytes
     */
    void send(NodeName to, byte[] message);

    /** {@return whether a message to a node has a chance; a guess is enough} */
    boolean reaches(NodeName node);

    /**
     * Says who takes what arrives, from whom. The wire answers for the sender's name. The taker may
     * be called from any thread and returns at once.
     */
    void listen(BiConsumer<NodeName, byte[]> taker);
}
