package yichuang.bench;

import java.io.IOException;
import java.util.Optional;

/** A reader of {@code /api/hall/stream}; gives one event after the other. */
public final class EventStream implements AutoCloseable {
    /**
     * One event.
     *
     * @param id the log index
     * @param kind {@code snapshot} or {@code change}
     */
    public record Told(String id, String kind, String data) {}

    private final HttpConnection connection;

    /**
     * @param after the last event that was seen before; empty starts with a snapshot
     */
    public EventStream(int port, String token, Optional<String> after) throws IOException {
        connection = new HttpConnection(port);
        try {
            connection.openStream("/api/hall/stream", token, after);
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for the next event; comments are passed over. */
    public Told next() throws IOException {
        String id = "";
        String kind = "message";
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = connection.streamLine();
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    return new Told(id, kind, data.toString());
                }
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                kind = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
