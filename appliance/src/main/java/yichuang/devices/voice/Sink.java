package yichuang.devices.voice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import yichuang.devices.DeviceFault;

/** Where the sound goes. */
sealed interface Sink {
    /** Returns when it has been heard to its end. */
    void play(Path wave, Duration length) throws DeviceFault, InterruptedException;

    /** A program that plays a wave file, whose name comes last: aplay, paplay. */
    record Player(List<String> command) implements Sink {
        private static final Duration SLACK = Duration.ofSeconds(5);

        @Override
        public void play(Path wave, Duration length) throws DeviceFault, InterruptedException {
            List<String> full = new ArrayList<>(command);
            full.add(wave.toString());
            Program.run(full, "", length.plus(SLACK));
        }
    }

    /** Nobody hears it: the files are kept. It takes as long as if somebody did. */
    record Kept() implements Sink {
        @Override
        public void play(Path wave, Duration length) throws InterruptedException {
            Thread.sleep(length);
        }
    }
}
