package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.evaluation.platform.StandInProcess;

/** What one leader sent and could not note, the next one sends again, and it counts once. */
class PlatformOverLeadersTest {
    private static final int VISITS = 5;

    @TempDir Path dir;

    private StandInProcess platform;
    private ManyControllers hall;

    @AfterEach
    void stop() {
        hall.close();
        platform.close();
    }

    private Path config() throws IOException {
        Path from = Path.of("../config");
        Path to = dir.resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path file = to.resolve("hall.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        + "\nplatform:\n  dialect: platform/shandong.yaml\n  url: "
                        + platform.address()
                        + "\n  secrets: "
                        + platform.secretsFile()
                        + "\n  values: {dataSource: \"165\"}\n");
        return file;
    }

    @Test
    void the_next_leader_sends_again_what_was_not_noted_and_all_voters_know() throws Exception {
        platform =
                StandInProcess.start(
                        StandInProcess.compiled(Files.createDirectory(dir.resolve("classes"))),
                        Files.createDirectory(dir.resolve("platform")),
                        Path.of("../config/platform/shandong.yaml"));
        hall = new ManyControllers(dir, config());
        hall.itIs("2026-03-02T09:00:00+08:00x60");
        hall.found("n1");
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        ManyControllers.until(
                "all three vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        platform.ill("gone", 1_000_000, 0);
        serve();
        OffsetDateTime due = now().plusMinutes(1);
        ManyControllers.until("all of it is due", () -> now().isAfter(due));
        platform.ill("none", 0, 0);
        platform.ill("cut-after", 1_000_000, 0);
        ManyControllers.until(
                "the platform has them, and nobody here knows", () -> platform.stored() == VISITS);
        assertEquals(VISITS, standing("n2").getInteger("waiting"));
        hall.stop("n1");
        platform.ill("none", 0, 0);
        for (String node : List.of("n2", "n3")) {
            ManyControllers.until(
                    node + " knows", () -> standing(node).getInteger("delivered", 0) == VISITS);
        }
        assertEquals(VISITS, platform.stored(), "each once");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(hall.hall("n1").getString("at"));
    }

    private JsonObject standing(String node) {
        return hall.get(node, "manager", "/api/platform").body();
    }

    private void serve() {
        JsonObject window =
                hall.hall("n1").getJsonArray("windows").stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> one.getString("id").equals("1"))
                        .findFirst()
                        .orElseThrow();
        JsonArray item = new JsonArray().add(window.getJsonArray("skills").getString(0));
        act("open", "o", new JsonObject());
        for (int i = 0; i < VISITS; i++) {
            String ticket =
                    hall.post(
                                    "n1",
                                    "kiosk",
                                    "/api/tickets",
                                    "t" + i,
                                    new JsonObject().put("items", item))
                            .body()
                            .getString("id");
            act("call", "c" + i, new JsonObject().put("ticket", ticket));
            act("serve", "s" + i, new JsonObject());
            act("finish", "f" + i, new JsonObject().put("outcome", "DONE"));
        }
    }

    private void act(String act, String key, JsonObject body) {
        assertEquals(
                200, hall.post("n1", "window", "/api/windows/1/" + act, key, body).status(), act);
    }
}
