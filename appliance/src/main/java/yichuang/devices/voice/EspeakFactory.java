package yichuang.devices.voice;

import java.util.List;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.DriverContext;
import yichuang.devices.driver.DriverFactory;
import yichuang.devices.driver.Field;
import yichuang.devices.driver.Settings;

/** The driver {@code espeak}: calls are spoken by espeak-ng and played by a program. */
public final class EspeakFactory implements DriverFactory {
    private static final int CLEAR = 140;
    private static final List<String> ALSA = List.of("aplay", "-q");

    @Override
    public String name() {
        return "espeak";
    }

    @Override
    public List<DeviceKind> kinds() {
        return List.of(DeviceKind.SPEAKER);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.optional(
                        "play",
                        new Field.Texts("[^\\s]{1,100}", 1, 8),
                        "播放程序，如 [aplay, -q, -D, \"plughw:1\"]；[folder] 只存文件",
                        "the player, for instance [aplay, -q, -D, \"plughw:1\"];"
                                + " [folder] only keeps the files"),
                Field.optional(
                        "words",
                        new Field.Whole(80, 300),
                        "语速，每分钟 80 到 300 个词",
                        "words in a minute, 80 to 300"),
                Field.optional(
                        "volume",
                        new Field.Texts("([01][0-9]|2[0-3]):[0-5][0-9]=(100|[1-9]?[0-9])", 1, 24),
                        "从几点起百分之几，如 [\"08:30=80\", \"11:30=50\"]",
                        "from when how many percent, for instance [\"08:30=80\", \"11:30=50\"]"));
    }

    /** Two speakers on one sound card would talk into each other. */
    @Override
    public List<Claim> claims(Settings settings) {
        Sink sink = sink(settings);
        return sink instanceof Sink.Player player
                ? List.of(Claim.port(String.join(" ", player.command())))
                : List.of();
    }

    @Override
    public Device open(DeviceKind kind, Settings settings, DriverContext context) {
        return new EspeakSpeaker(
                "espeak-ng",
                settings.whole("words", CLEAR),
                settings.has("volume")
                        ? new Loudness(
                                settings.texts("volume").stream().map(Loudness.Step::of).toList())
                        : Loudness.FULL,
                sink(settings),
                context.folder(),
                context.clock());
    }

    private static Sink sink(Settings settings) {
        List<String> command = settings.texts("play");
        if (command.equals(List.of("folder"))) {
            return new Sink.Kept();
        }
        return new Sink.Player(command.isEmpty() ? ALSA : command);
    }
}
