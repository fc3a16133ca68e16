package yichuang.devices.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.devices.DeviceFault;

/** Calls made by the real espeak-ng, measured in the wave files. */
class EspeakSpeakerTest {
    private static final String CALL = "请 A 零 零 一 二 号 到 三 号窗口";
    private static final String ENGLISH = "Number A 0 0 1 2, please go to window 3";
    private static final Clock NINE =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;

    private EspeakSpeaker speaker(String program, Loudness loudness, Sink sink) {
        return new EspeakSpeaker(program, 140, loudness, sink, folder, NINE);
    }

    private EspeakSpeaker quick(Loudness loudness) {
        return speaker("espeak-ng", loudness, new Sink.Player(List.of("true")));
    }

    private Wave last() throws Exception {
        return Wave.of(Files.readAllBytes(Waves.all(folder).getLast()));
    }

    @Test
    void a_call_is_one_wave_long_enough_to_be_understood_and_not_silent() throws Exception {
        quick(Loudness.FULL).say(List.of(CALL));
        Duration once = last().length();
        assertTrue(once.toMillis() > 2500 && once.toMillis() < 6500, once.toString());
        assertTrue(effective(last()) > 1000, "as loud as " + effective(last()));

        quick(Loudness.FULL).say(List.of(CALL, CALL, ENGLISH));
        assertTrue(last().length().compareTo(once.multipliedBy(2).plusSeconds(2)) > 0);
        assertEquals(2, Waves.all(folder).size());
    }

    /** What {@code cmn} of 1.51 does: it spells pinyin in English. */
    @Test
    void chinese_is_read_as_chinese() throws Exception {
        assertFalse(phonemes(Tongue.MANDARIN.voice()).contains("(en)"));
        assertTrue(Tongue.of(ENGLISH) == Tongue.ENGLISH);
    }

    private static String phonemes(String voice) throws Exception {
        Process said =
                new ProcessBuilder("espeak-ng", "-v", voice, "-x", "-q", "-b", "1", CALL).start();
        return new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void it_is_as_loud_as_the_time_of_day_asks() throws Exception {
        quick(Loudness.FULL).say(List.of(CALL));
        double full = effective(last());
        quick(new Loudness(List.of(Loudness.Step.of("08:00=50"), Loudness.Step.of("12:00=20"))))
                .say(List.of(CALL));
        assertEquals(0.5, effective(last()) / full, 0.01);
    }

    @Test
    void before_the_first_step_the_last_one_of_the_day_before_holds() {
        Loudness day = new Loudness(List.of(new Loudness.Step(LocalTime.of(8, 0), 80)));
        assertEquals(80, day.percent(LocalTime.of(7, 59)));
    }

    @Test
    void without_espeak_or_a_player_it_is_a_fault_and_no_crash() {
        assertEquals(
                DeviceFault.Kind.NOT_INSTALLED,
                fault(speaker("no-such-program", Loudness.FULL, new Sink.Kept())));
        assertEquals(
                DeviceFault.Kind.NOT_INSTALLED,
                fault(
                        speaker(
                                "espeak-ng",
                                Loudness.FULL,
                                new Sink.Player(List.of("no-such-player")))));
        assertEquals(
                DeviceFault.Kind.BROKEN,
                fault(speaker("espeak-ng", Loudness.FULL, new Sink.Player(List.of("false")))));
    }

    @Test
    void only_the_newest_waves_are_kept() throws Exception {
        Waves waves = new Waves(folder, NINE);
        for (int i = 0; i < Waves.KEPT_MAX + 5; i++) {
            waves.keep(Wave.silence(8000, Duration.ofMillis(1)));
        }
        assertEquals(Waves.KEPT_MAX, Waves.all(folder).size());
    }

    private static DeviceFault.Kind fault(EspeakSpeaker speaker) {
        assertEquals(
                assertThrows(DeviceFault.class, speaker::check).kind(),
                assertThrows(DeviceFault.class, () -> speaker.say(List.of(CALL))).kind());
        return assertThrows(DeviceFault.class, () -> speaker.say(List.of(CALL))).kind();
    }

    private static double effective(Wave wave) {
        double sum = 0;
        for (short sample : wave.samples()) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / wave.samples().length);
    }
}
