package yichuang.cluster;

import io.vertx.core.Future;

/** Answers what other nodes ask. Called on the link's event loop: must not block. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * {@return the answer; a failure's message goes back as it is}
     *
     * @param from the node that asks, by its certificate
     */
    Future<byte[]> answer(String from, byte[] request);
}
