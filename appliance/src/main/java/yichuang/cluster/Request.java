package yichuang.cluster;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;

/** A request on its way: waiting, then sent, then over. Any thread. */
final class Request {
    private final long number;
    private final Buffer frame;
    private final Promise<byte[]> answer;
    private RequestFailed.Known known = RequestFailed.Known.NOT_SENT;

    Request(long number, byte[] bytes, Promise<byte[]> answer) {
        this.number = number;
        this.frame = Frame.of(Frame.Kind.REQUEST, number, bytes);
        this.answer = answer;
    }

    long number() {
        return number;
    }

    int bytes() {
        return frame.length();
    }

    synchronized Buffer sent() {
        known = RequestFailed.Known.UNKNOWN;
        return frame;
    }

    synchronized boolean wasSent() {
        return known == RequestFailed.Known.UNKNOWN;
    }

    boolean over() {
        return answer.future().isComplete();
    }

    void answered(byte[] bytes) {
        answer.tryComplete(bytes);
    }

    void refused(String why) {
        answer.tryFail(new RequestFailed(RequestFailed.Known.REFUSED, why));
    }

    /** Ends it without an answer. */
    synchronized void unanswered(String why) {
        answer.tryFail(new RequestFailed(known, why));
    }
}
