package yichuang;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yichuang.cluster.Address;

/**
 * A start with some visits in it, on data that is thrown away: what an installation runs once under
 * {@code -XX:AOTCacheOutput}, so that every later start finds its classes parsed and linked.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
    private static final int VISITS = 60;
    private static final String MONDAY_NINE = "2026-03-02T09:00:00+08:00";

    @Option(names = "--config", required = true)
    private Path config;

    private String address;
    private JsonObject tokens;

    /** A rehearsal asks for no code, so nobody ever listens there. */
    private static final int UNUSED_PORT = 7400;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("yichuang-rehearsal");
        Path key = data.resolveSibling(data.getFileName() + ".key");
        Controller.Options options =
                new Controller.Options(
                        "n1",
                        0,
                        data,
                        key,
                        config,
                        Optional.of(MONDAY_NINE),
                        new Address("127.0.0.1", UNUSED_PORT),
                        Optional.empty(),
                        false,
                        false);
        try (Controller controller = Controller.start(options)) {
            JsonObject first = new JsonObject(controller.tokens());
            address = first.getString("ready");
            tokens = first.getJsonObject("tokens");
            visits();
        } finally {
            Files.deleteIfExists(key);
            remove(data);
        }
        return 0;
    }

    private void visits() throws IOException {
        JsonObject hall = new JsonObject(ask("manager", "GET", "/api/hall", Optional.empty()));
        JsonObject window = hall.getJsonArray("windows").getJsonObject(0);
        String path = "/api/windows/" + window.getString("id") + "/";
        String item = window.getJsonArray("skills").getString(0);
        ask("window", "POST", path + "open", Optional.of(new JsonObject()));
        for (int i = 0; i < VISITS; i++) {
            ask(
                    "kiosk",
                    "POST",
                    "/api/tickets",
                    Optional.of(new JsonObject().put("items", List.of(item))));
            ask("window", "POST", path + "next", Optional.empty());
            ask("window", "POST", path + "serve", Optional.empty());
            ask(
                    "window",
                    "POST",
                    path + "finish",
                    Optional.of(new JsonObject().put("outcome", "DONE")));
        }
        ask("manager", "GET", "/metrics", Optional.empty());
    }

    private String ask(String role, String method, String path, Optional<JsonObject> body)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + tokens.getString(role));
        if (body.isPresent()) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection
                    .getOutputStream()
                    .write(body.get().encode().getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(
                            path -> {
                                try {
                                    Files.delete(path);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
