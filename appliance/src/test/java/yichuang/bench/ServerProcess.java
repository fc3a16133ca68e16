package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the appliance, as anybody would start it: {@code scripts/run --json}, a child in a
 * session of its own, ended with this program at the latest. The script replaces itself by the JVM,
 * so the child's id is the JVM's.
 */
public final class ServerProcess implements AutoCloseable {
    private static final double CLOCK_TICKS_PER_SECOND = 100; // USER_HZ, on every Linux

    private final Process process;
    private final int port;
    private final JsonObject tokens;
    private final double secondsToReady;
    private final Thread atExit;

    private ServerProcess(Process process, JsonObject ready, double secondsToReady) {
        this.process = process;
        this.port = URI.create(ready.getString("ready")).getPort();
        this.tokens = ready.getJsonObject("tokens");
        this.secondsToReady = secondsToReady;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts the appliance and waits for its first line.
     *
     * @param data its data, made when it is not there
     * @param more further arguments, for instance {@code --clock …}
     */
    public static ServerProcess start(Options options, Path data, String... more)
            throws IOException {
        return startUnder(options, List.of(), data, more);
    }

    /**
     * As {@link #start}, by another command that turns into what it is given.
     *
     * @param before for instance {@code ip netns exec NAME}
     */
    public static ServerProcess startUnder(
            Options options, List<String> before, Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        "setsid",
                        options.home().resolve("scripts/run").toString(),
                        "--json",
                        "--data",
                        data.toString()));
        command.addAll(List.of(more));
        if (!command.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        Path log = options.out().resolve("server.log");
        Files.createDirectories(log.getParent());
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String ready = lines.readLine();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (ready == null) {
            throw new IOException("the appliance did not start; see " + log);
        }
        return new ServerProcess(process, new JsonObject(ready), seconds);
    }

    /** Starts it on a Monday at nine, so that the hall is open whenever this is run. */
    public static ServerProcess startOnMonday(Options options, Path data) throws IOException {
        return start(options, data, "--clock", "2026-03-02T09:00:00+08:00");
    }

    public int port() {
        return port;
    }

    /** {@return the secret of this role, fresh in this start} */
    public String token(String role) {
        return tokens.getString(role);
    }

    /** {@return how long it took from the start of the script to the line that says ready} */
    public double secondsToReady() {
        return secondsToReady;
    }

    public HttpConnection connect() throws IOException {
        return new HttpConnection(port);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@return the JVM's process id} */
    public long pid() {
        return process.pid();
    }

    /** {@return the JVM's own options, as the script gave them} */
    List<String> javaOptions() throws IOException {
        List<String> line =
                List.of(
                        Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                                .split("\0"));
        return line.subList(1, line.indexOf("-jar"));
    }

    /** {@return a line of /proc/PID/status that counts kB, in MiB} */
    public double memoryMiB(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(name + ":")) {
                return Integer.parseInt(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no " + name + " in /proc/" + process.pid() + "/status");
    }

    /** {@return the time its threads spent on a core so far} */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / CLOCK_TICKS_PER_SECOND;
    }

    /** {@code kill -9}: it gets no chance to write anything; returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Asks it to end, and makes it after ten seconds. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        kill();
    }
}
