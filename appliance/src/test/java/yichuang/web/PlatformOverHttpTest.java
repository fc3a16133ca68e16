package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Command;
import yichuang.hall.DeadLetter;
import yichuang.hall.Role;

/** What the platform refused is seen, mended and sent again, by those who may. */
class PlatformOverHttpTest {
    @TempDir Path dir;
    private Server hall;

    @BeforeEach
    void open() throws IOException {
        hall = Server.open(dir);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private String served() {
        String ticket = hall.take("社保").getString("id");
        hall.post(Role.WINDOW, "/api/windows/1/open", new JsonObject());
        hall.post(Role.WINDOW, "/api/windows/1/next", new JsonObject());
        hall.post(Role.WINDOW, "/api/windows/1/serve", new JsonObject());
        assertEquals(
                200,
                hall.post(
                                Role.WINDOW,
                                "/api/windows/1/finish",
                                new JsonObject().put("outcome", "DONE").put("caseNumber", "C1"))
                        .status());
        return ticket;
    }

    private JsonArray letters(String state) {
        return hall.get(Role.MANAGER, "/api/platform/letters?state=" + state)
                .json()
                .getJsonArray("letters");
    }

    @Test
    void a_refused_letter_is_listed_with_the_platform_s_words_and_goes_again() {
        var unused = served();
        hall.ask(
                new Command.SetLettersAside(
                        List.of(new DeadLetter("service:C1:1", "orgcode 不存在"))));
        JsonObject dead = letters("dead").getJsonObject(0);
        assertEquals("service:C1:1", dead.getString("letter"));
        assertEquals("orgcode 不存在", dead.getString("reason"));
        assertEquals(1, hall.get(Role.OFFICER, "/api/platform").json().getInteger("dead"));
        assertEquals(
                200,
                hall.post(
                                Role.MANAGER,
                                "/api/platform/resend",
                                new JsonObject()
                                        .put("letter", "service:C1:1")
                                        .put("fields", new JsonObject().put("orgcode", "x")))
                        .status());
        assertEquals(0, letters("dead").size());
        JsonObject waiting = letters("waiting").getJsonObject(0);
        assertEquals(new JsonArray().add("orgcode"), waiting.getJsonArray("mended"));
    }

    @Test
    void only_managers_officers_and_admins_see_it_and_no_other_letter_is_sent_again() {
        assertEquals(403, hall.get(Role.WINDOW, "/api/platform").status());
        assertEquals(403, hall.get(Role.KIOSK, "/api/platform/letters").status());
        assertEquals(
                404,
                hall.post(
                                Role.MANAGER,
                                "/api/platform/resend",
                                new JsonObject().put("letter", "service:none:1"))
                        .status());
        assertEquals(400, hall.get(Role.MANAGER, "/api/platform/letters?state=burnt").status());
    }

    @Test
    void who_the_service_was_for_is_on_no_disk_in_plain_words() throws IOException {
        String ticket = served();
        assertEquals(
                200,
                hall.post(
                                Role.WINDOW,
                                "/api/tickets/" + ticket + "/applicant",
                                new JsonObject()
                                        .put("name", "Zhang Sanfeng")
                                        .put("kind", "PERSON")
                                        .put("personId", "370302194910010012"))
                        .status());
        assertEquals(
                400,
                hall.post(
                                Role.WINDOW,
                                "/api/tickets/" + ticket + "/applicant",
                                new JsonObject().put("name", "Zhang Sanfeng").put("kind", "GIANT"))
                        .status());
        assertEquals(1, letters("waiting").size());
        hall.close();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("Sanfeng"), file.toString());
                assertFalse(text.contains("370302194910010012"), file.toString());
            }
        }
        hall = Server.open(dir.resolve("again"));
    }
}
