package yichuang.cluster.feed;

import java.util.concurrent.CompletionStage;

/** Whom a copy asks for what it does not hear by itself. */
@FunctionalInterface
public interface CopySource {
    /**
     * {@return the answer of some voter's {@link FeedDesk}, or a failure when none can be had now}
     *
     * <p>Must not block. Should go on with the voter that answered last as long as it answers: a
     * state in pieces must come from one.
     */
    CompletionStage<byte[]> ask(byte[] question);
}
