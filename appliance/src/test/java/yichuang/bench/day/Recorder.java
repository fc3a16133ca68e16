package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes down what clients and stream saw, in memory and as JSON lines on disk, as it happens. */
final class Recorder implements AutoCloseable {
    static final String CLIENTS = "clients.jsonl";
    static final String STREAM = "stream.jsonl";

    private final Writer clients;
    private final Writer stream;
    private final List<Act> acts = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private boolean streamWhole = true;

    Recorder(Path out) throws IOException {
        clients = Files.newBufferedWriter(out.resolve(CLIENTS));
        stream = Files.newBufferedWriter(out.resolve(STREAM));
    }

    synchronized void add(Act act) {
        acts.add(act);
        write(clients, act.json());
    }

    synchronized void add(JsonObject data) {
        changes.add(Change.of(data));
        write(stream, data);
    }

    /** The stream began again with a snapshot: what was before it is not known. */
    synchronized void streamBroke(JsonObject snapshot) {
        streamWhole = false;
        add(new JsonObject().put("index", snapshot.getLong("index")).put("type", Change.SNAPSHOT));
    }

    synchronized List<Act> acts() {
        return List.copyOf(acts);
    }

    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    synchronized boolean streamWhole() {
        return streamWhole;
    }

    private static void write(Writer to, JsonObject line) {
        try {
            to.write(line.encode());
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clients.close();
        stream.close();
    }
}
