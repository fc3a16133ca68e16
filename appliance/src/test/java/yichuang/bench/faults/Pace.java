package yichuang.bench.faults;

import java.util.SplittableRandom;

/** How long somebody thinks between two acts: at least so many milliseconds, and up to more. */
record Pace(int leastMillis, int moreMillis) {
    void pause(SplittableRandom random) throws InterruptedException {
        Thread.sleep(leastMillis + random.nextInt(moreMillis));
    }
}
