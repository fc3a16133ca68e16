package yichuang.bench.day;

import java.io.IOException;
import yichuang.bench.Reply;

/**
 * Repeats a request while nobody knows its fate: the connection broke, or the hall says 503. After
 * ten minutes it gives up, as the clients of the product do.
 */
final class Patience {
    private static final long MINUTES_MAX = 10;
    private static final long PAUSE_MILLIS = 25;

    private Patience() {}

    /** One sending of the request. */
    @FunctionalInterface
    interface Attempt {
        Reply send() throws IOException;
    }

    /** The answer, and how often the request was sent for it. */
    record Answered(Reply reply, int tries) {}

    static Answered repeat(Attempt attempt) throws InterruptedException {
        long end = System.nanoTime() + MINUTES_MAX * 60_000_000_000L;
        for (int tries = 1; ; tries++) {
            String fate;
            try {
                Reply reply = attempt.send();
                if (reply.status() != 503) {
                    return new Answered(reply, tries);
                }
                fate = reply.text();
            } catch (IOException e) {
                fate = e.toString();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "no answer in " + MINUTES_MAX + " minutes: " + fate);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
