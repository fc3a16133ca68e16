package yichuang.devices.voice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;

/** A program of the operating system that is run and waited for. */
final class Program {
    private static final Logger LOG = Logger.getLogger(Program.class.getName());

    private Program() {}

    /**
     * Runs it to its end; one that takes too long, or whose thread is interrupted, is killed.
     *
     * @param input what it reads
     * @throws DeviceFault NOT_INSTALLED when there is no such program, NO_ANSWER when it took too
     *     long, BROKEN when it ended badly
     */
    static void run(List<String> command, String input, Duration atMost)
            throws DeviceFault, InterruptedException {
        Process process = start(command);
        try {
            hand(process, input);
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
            }
            if (process.exitValue() != 0) {
                LOG.log(
                        Level.WARNING,
                        "{0} ended with {1}",
                        new Object[] {command.getFirst(), process.exitValue()});
                throw new DeviceFault(DeviceFault.Kind.BROKEN);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> command) throws DeviceFault {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> command.getFirst() + " cannot be started");
            throw new DeviceFault(DeviceFault.Kind.NOT_INSTALLED);
        }
    }

    /** One that reads nothing has its reasons; its end tells them. */
    private static void hand(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.FINE, "it took no input", e);
        }
    }
}
