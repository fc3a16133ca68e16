package yichuang.web;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the live stream, one event after the other. */
final class EventReader implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int status;
    private final InputStream in;
    private final BufferedReader lines;

    /** One event. */
    record Told(String kind, Optional<Long> id, JsonObject data) {
        String type() {
            return data.getString("type");
        }
    }

    EventReader(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        status = response.statusCode();
        in = response.body();
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    boolean isRefused() {
        return status == 503;
    }

    Told next() throws IOException {
        String kind = "";
        Optional<Long> id = Optional.empty();
        while (true) {
            String line = line();
            if (line.startsWith("event: ")) {
                kind = line.substring(7);
            } else if (line.startsWith("id: ")) {
                id = Optional.of(Long.parseLong(line.substring(4)));
            } else if (line.startsWith("data: ")) {
                return new Told(kind, id, new JsonObject(line.substring(6)));
            }
        }
    }

    /** Reads until the stream says that it has nothing to say. */
    void comment() throws IOException {
        while (!line().startsWith(":")) {}
    }

    private String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new EOFException("the stream ended");
        }
        return line;
    }

    Told next(String type) throws IOException {
        Told told = next();
        while (!type.equals(told.type())) {
            told = next();
        }
        return told;
    }

    @Override
    public void close() throws IOException {
        in.close();
        client.shutdownNow();
    }
}
