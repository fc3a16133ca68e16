package yichuang.bench.reconcile;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import yichuang.bench.HttpConnection;
import yichuang.bench.Options;

/** The stand-in platform, as {@code scripts/platform} starts it. */
final class PlatformProcess implements AutoCloseable {
    private final Process process;
    private final String address;
    private final String secrets;
    private final Path received;
    private final Path script;
    private final Path log;

    PlatformProcess(Options options) throws IOException {
        Path data = options.out().resolve("platform");
        script = options.home().resolve("scripts/platform");
        log = options.out().resolve("platform.log");
        received = data.resolve("received.jsonl");
        Files.createDirectories(data);
        process =
                new ProcessBuilder(
                                "setsid",
                                script.toString(),
                                "--port",
                                "0",
                                "--data",
                                data.toString())
                        .redirectError(log.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("the stand-in did not start; see " + log);
        }
        JsonObject ready = new JsonObject(first);
        address = ready.getString("ready");
        secrets = ready.getString("secrets");
    }

    String address() {
        return address;
    }

    String secrets() {
        return secrets;
    }

    /** From now on it is ill in this way; {@code none}: it is well. */
    void fault(JsonObject fault) throws IOException {
        try (HttpConnection connection = new HttpConnection(URI.create(address).getPort())) {
            var unused =
                    connection
                            .send("POST", "/faults", "", Optional.empty(), fault.encode())
                            .expect(200);
        }
    }

    /** {@return {requests, stored, answers}} */
    JsonObject counts() throws IOException {
        try (HttpConnection connection = new HttpConnection(URI.create(address).getPort())) {
            return connection.get("/counts", "").expect(200).json();
        }
    }

    /** {@return what the program found that compares the two files} */
    JsonObject reconcile(Path hall) throws IOException, InterruptedException {
        Process compared =
                new ProcessBuilder(
                                List.of(
                                        script.toString(),
                                        "reconcile",
                                        hall.toString(),
                                        received.toString()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        String line = compared.inputReader(StandardCharsets.UTF_8).readLine();
        if (!compared.waitFor(1, TimeUnit.MINUTES) || line == null) {
            throw new IOException("the files could not be compared; see " + log);
        }
        return new JsonObject(line);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
