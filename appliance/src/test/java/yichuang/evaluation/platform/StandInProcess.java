package yichuang.evaluation.platform;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The stand-in platform in a process of its own, compiled from its own sources. */
public final class StandInProcess implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/platform/java/standin");

    private final Process process;
    private final JsonObject ready;
    private final HttpClient client = HttpClient.newHttpClient();

    private StandInProcess(Process process, JsonObject ready) {
        this.process = process;
        this.ready = ready;
    }

    /** {@return where its classes are now} */
    public static Path compiled(Path into) {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> arguments = new ArrayList<>(List.of("-d", into.toString()));
            arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .forEach(arguments::add);
            int failed =
                    ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, arguments.toArray(String[]::new));
            if (failed != 0) {
                throw new AssertionError("the stand-in does not compile");
            }
            return into;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static StandInProcess start(Path classes, Path data, Path dialect) {
        try {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-cp",
                                    classes + ":" + System.getProperty("java.class.path"),
                                    "standin.StandIn",
                                    "--home",
                                    "..",
                                    "--port",
                                    "0",
                                    "--data",
                                    data.toString(),
                                    "--dialect",
                                    dialect.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            return new StandInProcess(process, new JsonObject(lines.readLine()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create(ready.getString("ready"));
    }

    /** {@return the file of keys that it made for the hall} */
    public Path secretsFile() {
        return Path.of(ready.getString("secrets"));
    }

    String secrets() {
        try {
            return Files.readString(secretsFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is ill in this way, so many times. */
    public void ill(String kind, int times, int millis) {
        String unused =
                ask(
                        HttpRequest.newBuilder(address().resolve("/faults"))
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                new JsonObject()
                                                        .put("kind", kind)
                                                        .put("count", times)
                                                        .put("millis", millis)
                                                        .encode()))
                                .build());
    }

    /** {@return how many messages it has} */
    public int stored() {
        return new JsonObject(
                        ask(HttpRequest.newBuilder(address().resolve("/counts")).GET().build()))
                .getInteger("stored");
    }

    private String ask(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly().onExit().join();
    }
}
