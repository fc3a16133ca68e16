package yichuang.bench.reconcile;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hall's side: what was acknowledged to people, a line each. */
final class Told implements AutoCloseable {
    static final String SILENT = "现场评价器按键评价，未选择原因";

    /** The platform's channels, by the contract. */
    private static final Map<String, String> CHANNELS =
            Map.of(
                    "keypad", "5", "kiosk", "5", "qr", "3", "sms", "7", "wechat", "2", "phone", "6",
                    "web", "1", "paper", "5");

    private final Writer file;
    private final Map<String, Integer> services = new HashMap<>();
    private long visits;
    private long ratings;
    private final Map<String, Long> byChannel = new HashMap<>();

    Told(Path path) throws IOException {
        file = Files.newBufferedWriter(path);
    }

    /** One service of a case. */
    record Service(String caseNumber, int number) {}

    /** What a person said. */
    record Said(int assess, int level, String channel, List<String> tags, String text) {}

    synchronized Service finished(String caseNumber) {
        Service service = new Service(caseNumber, services.merge(caseNumber, 1, Integer::sum));
        write(line(service, 0));
        return service;
    }

    synchronized void visited() {
        visits++;
    }

    /** One rating, of every service of the visit. */
    synchronized void rated(List<Service> visit, Said said) {
        ratings++;
        byChannel.merge(said.channel(), 1L, Long::sum);
        for (Service service : visit) {
            write(
                    line(service, said.assess())
                            .put("level", Integer.toString(said.level()))
                            .put("tags", String.join(",", said.tags()))
                            .put("text", said.text())
                            .put("channel", CHANNELS.get(said.channel())));
        }
    }

    private static JsonObject line(Service service, int assess) {
        return new JsonObject()
                .put("case", service.caseNumber())
                .put("service", Integer.toString(service.number()))
                .put("assess", Integer.toString(assess));
    }

    private void write(JsonObject line) {
        try {
            file.write(line.encode() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized long visits() {
        return visits;
    }

    synchronized long ratings() {
        return ratings;
    }

    synchronized int channels() {
        return byChannel.size();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
