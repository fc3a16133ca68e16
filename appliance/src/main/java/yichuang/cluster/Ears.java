package yichuang.cluster;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Who hears what comes in.
 *
 * @param raft node and message
 * @param onLoop runs something on the link's event loop
 */
record Ears(BiConsumer<String, byte[]> raft, RequestHandler requests, Consumer<Runnable> onLoop) {}
