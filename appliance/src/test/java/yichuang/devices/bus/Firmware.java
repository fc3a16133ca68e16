package yichuang.devices.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The displays' firmware, built when a test needs it. */
public final class Firmware {
    private static final Map<String, String> MADE = new HashMap<>();

    private Firmware() {}

    /** What the boot loader and both banks take of the chip. */
    public record Sizes(long flashBytes, long imageBytes, long ramBytes) {}

    /** Has make make it, once. {@return what it says} */
    static synchronized String make(Path folder, String target)
            throws IOException, InterruptedException {
        String said = MADE.get(target);
        if (said == null) {
            Process make =
                    new ProcessBuilder(List.of("make", "-s", target))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            said = new String(make.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (make.waitFor() != 0) {
                throw new IllegalStateException(
                        "make " + target + " does not work in " + folder + ": " + said);
            }
            MADE.put(target, said);
        }
        return said;
    }

    /** {@return what the linker says} */
    public static Sizes sizes(Path folder) throws IOException, InterruptedException {
        String said = make(folder, "firmware");
        return new Sizes(
                number(said, "settings: (\\d+) of"),
                number(said, "firmware_a.elf +flash +(\\d+)"),
                number(said, "firmware_a.elf .*RAM +(\\d+)"));
    }

    private static long number(String said, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("make firmware says " + said);
        }
        return Long.parseLong(matcher.group(1));
    }
}
