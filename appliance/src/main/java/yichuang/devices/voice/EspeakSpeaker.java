package yichuang.devices.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;
import yichuang.devices.Speaker;

/**
 * Speaks calls with espeak-ng 语音播报. A call becomes one wave file: its sentences with a breath
 * between them, as loud as the time of day asks for; then it is played to its end.
 */
final class EspeakSpeaker implements Speaker {
    private static final Logger LOG = Logger.getLogger(EspeakSpeaker.class.getName());
    private static final Duration BREATH = Duration.ofMillis(600);
    private static final Duration SPEAK_MAX = Duration.ofSeconds(5);
    private static final Duration SAMPLE = Duration.ofMillis(50);
    private static final int RATE = 22_050;

    private final String program;
    private final int wordsPerMinute;
    private final Loudness loudness;
    private final Sink sink;
    private final Waves waves;
    private final Clock clock;
    private boolean wentWell;

    /**
     * @param program {@code espeak-ng}, or where it is
     * @param wordsPerMinute 80 to 450; calls are clear at 140
     * @param clock the hall's, in its zone
     */
    EspeakSpeaker(
            String program,
            int wordsPerMinute,
            Loudness loudness,
            Sink sink,
            Path folder,
            Clock clock) {
        this.program = program;
        this.wordsPerMinute = wordsPerMinute;
        this.loudness = loudness;
        this.sink = sink;
        this.waves = new Waves(folder, clock);
        this.clock = clock;
    }

    /**
     * Whether the programs are there and sound comes out. Until it went well, a word is made and a
     * blink of silence is played: nobody hears it, and a missing sound card is found.
     */
    @Override
    public void check() throws DeviceFault, InterruptedException {
        if (wentWell) {
            return;
        }
        try {
            var unused = spoken("零");
            Path file = waves.scratch();
            Files.write(file, Wave.silence(RATE, SAMPLE).file());
            sink.play(file, SAMPLE);
            wentWell = true;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void say(List<String> sentences) throws DeviceFault, InterruptedException {
        wentWell = false;
        try {
            List<Wave> each = new ArrayList<>();
            for (String sentence : sentences) {
                each.add(spoken(sentence));
            }
            Wave call = Wave.joined(each, BREATH).at(loudness.percent(LocalTime.now(clock)));
            sink.play(waves.keep(call), call.length());
            wentWell = true;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Wave spoken(String sentence) throws IOException, DeviceFault, InterruptedException {
        Path file = waves.scratch();
        Program.run(
                List.of(
                        program,
                        "-v",
                        Tongue.of(sentence).voice(),
                        "-s",
                        Integer.toString(wordsPerMinute),
                        "-b",
                        "1",
                        "--stdin",
                        "-w",
                        file.toString()),
                sentence + "\n",
                SPEAK_MAX);
        return Wave.of(Files.readAllBytes(file));
    }

    private static DeviceFault broken(IOException e) {
        LOG.log(Level.WARNING, "a call could not be spoken", e);
        return new DeviceFault(DeviceFault.Kind.BROKEN);
    }
}
