package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads back what a day left in its folder, to judge it again: {@code day --cases DIR}. */
final class Recording {
    private Recording() {}

    static History read(Path dir) throws IOException {
        List<Act> acts = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve(Recorder.CLIENTS))) {
            acts.add(Act.of(new JsonObject(line)));
        }
        List<Change> changes = new ArrayList<>();
        for (String line : Files.readAllLines(dir.resolve(Recorder.STREAM))) {
            changes.add(Change.of(new JsonObject(line)));
        }
        JsonObject shown = new JsonObject(Files.readString(dir.resolve(DayBench.TICKETS)));
        Map<String, JsonObject> tickets = new HashMap<>();
        shown.fieldNames().forEach(id -> tickets.put(id, shown.getJsonObject(id)));
        return new History(
                acts,
                changes,
                changes.stream().noneMatch(change -> change.type().equals(Change.SNAPSHOT)),
                ReportRow.parse(Files.readString(dir.resolve(DayBench.REPORT))),
                tickets);
    }
}
