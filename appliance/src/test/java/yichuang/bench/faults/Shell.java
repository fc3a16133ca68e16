package yichuang.bench.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the system's own commands ({@code ip}, {@code nft}, {@code mount}) and hears their answer.
 */
final class Shell {
    private Shell() {}

    /** {@return what the command printed; an exception with its complaint when it did not work} */
    static String run(String... command) throws IOException {
        return feed("", command);
    }

    /** As {@link #run}, with something on its standard input. */
    static String feed(String input, String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(String.join(" ", List.of(command)) + ": " + said.strip());
        }
        return said;
    }

    /** As {@link #run}, where it is no fault that there is nothing to do. */
    static void tryRun(String... command) throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }
}
