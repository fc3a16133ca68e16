package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yichuang.bench.HttpConnection;
import yichuang.bench.Options;
import yichuang.bench.Reply;
import yichuang.bench.ServerProcess;

/**
 * The appliance of the day, over all its restarts. It keeps its port, its data and the tokens of
 * its first start: they must stay good, and a request repeated after a restart must be the same
 * request in the same name.
 */
final class RunningHall implements AutoCloseable {
    private final Options options;
    private final Path data;
    private final HallTime time;
    private final Map<String, String> tokens;
    private final int port;
    private final List<Double> restartSeconds = new ArrayList<>();
    private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
    private ServerProcess process;

    RunningHall(Options options, Instant start) throws IOException, InterruptedException {
        this.options = options;
        this.data = options.out().resolve("data");
        this.time = new HallTime(start, options.rate());
        this.process = ServerProcess.start(options, data, "--clock", clock(start));
        this.port = process.port();
        this.tokens =
                Stream.of("kiosk", "window", "manager", "admin")
                        .collect(Collectors.toMap(role -> role, process::token));
        follow();
    }

    private String clock(Instant at) {
        return at.atZone(DayPlan.ZONE).toOffsetDateTime() + "x" + options.rate();
    }

    HallTime time() {
        return time;
    }

    int port() {
        return port;
    }

    String token(String role) {
        return tokens.get(role);
    }

    /** {@return from the start of the script to the ready line, for every restart so far} */
    synchronized List<Double> restartSeconds() {
        return List.copyOf(restartSeconds);
    }

    /** {@code kill -9} at whatever it is doing, and at once a new start on the same data. */
    synchronized void killAndRestart() throws IOException, InterruptedException {
        kill();
        start();
    }

    /** As {@link #killAndRestart}, with the clock put forward to this time. */
    synchronized void killAndRestartAt(Instant at) throws IOException, InterruptedException {
        kill();
        start("--clock", clock(at));
    }

    private void kill() {
        time.stop();
        process.kill();
        for (HttpConnection dead = idle.pollFirst(); dead != null; dead = idle.pollFirst()) {
            dead.close();
        }
    }

    private void start(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--port", String.valueOf(port)));
        arguments.addAll(List.of(more));
        process = ServerProcess.start(options, data, arguments.toArray(String[]::new));
        restartSeconds.add(process.secondsToReady());
        follow();
    }

    private void follow() throws InterruptedException {
        JsonObject hall = readJson("/api/hall");
        time.goOn(OffsetDateTime.parse(hall.getString("at")).toInstant());
    }

    /** Sends once, on any idle connection. */
    Reply once(String method, String path, String role, Optional<String> key, String body)
            throws IOException {
        HttpConnection connection = idle.pollFirst();
        if (connection == null) {
            connection = new HttpConnection(port);
        }
        try {
            Reply reply = connection.send(method, path, token(role), key, body);
            idle.addFirst(connection);
            return reply;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** Reads, again and again while the hall is down or behind. */
    Reply read(String path) throws InterruptedException {
        return Patience.repeat(() -> once("GET", path, "manager", Optional.empty(), "")).reply();
    }

    JsonObject readJson(String path) throws InterruptedException {
        return read(path).expect(200).json();
    }

    @Override
    public synchronized void close() {
        process.close();
    }
}
