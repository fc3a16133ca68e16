package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;
import yichuang.hall.WindowId;

/**
 * What a console must know: when a no-show is fair, what undo takes back, which questions are open.
 */
class WindowOverHttpTest {
    @TempDir Path dir;
    private Server hall;

    @BeforeEach
    void open() throws IOException {
        hall = Server.open(dir);
        hall.post(Role.WINDOW, "/api/windows/1/open");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private JsonObject window() {
        return hall.get(Role.WINDOW, "/api/windows/1").json();
    }

    private void finish(JsonObject outcome) {
        hall.post(Role.WINDOW, "/api/windows/1/next");
        hall.post(Role.WINDOW, "/api/windows/1/serve");
        hall.post(Role.WINDOW, "/api/windows/1/finish", outcome);
    }

    @Test
    void calls_in_a_hurry_count_once_and_the_no_show_has_its_time() {
        String number = hall.take("社保").getString("number");
        hall.post(Role.WINDOW, "/api/windows/1/next");
        hall.post(Role.WINDOW, "/api/windows/1/recall");

        JsonObject turn = window().getJsonObject("turn");
        assertEquals(number, turn.getString("number"));
        assertEquals(2, turn.getInteger("calls"));
        assertEquals(1, turn.getInteger("callsCounted"));
        assertEquals(2, turn.getInteger("recallsLeft"));
        JsonObject refused = hall.post(Role.WINDOW, "/api/windows/1/no-show").json();
        assertEquals("urn:yichuang:not-now", refused.getString("type"));
        assertEquals("first-come", turn.getJsonObject("whyFacts").getString("reason"));
    }

    @Test
    void undo_says_what_it_takes_back_until_there_is_nothing() {
        assertEquals("open", window().getJsonObject("undo").getString("act"));
        String number = hall.take("社保").getString("number");
        hall.post(Role.WINDOW, "/api/windows/1/next");

        JsonObject undo = window().getJsonObject("undo");
        assertEquals("call", undo.getString("act"));
        assertEquals(number, undo.getString("number"));
        hall.post(Role.WINDOW, "/api/windows/1/undo");
        assertFalse(window().containsKey("undo"));
    }

    @Test
    void a_question_asked_upwards_stays_on_the_windows_list_until_it_is_answered() {
        JsonObject taken = hall.take("社保");
        finish(
                new JsonObject()
                        .put("outcome", "CONSULT")
                        .put("who", "张科长")
                        .put("answerBy", "2026-03-03T17:00:00+08:00"));

        assertEquals("张科长", window().getJsonArray("duties").getJsonObject(0).getString("who"));
        hall.post(
                Role.MANAGER,
                "/api/tickets/" + taken.getString("id") + "/answer",
                new JsonObject().put("leg", 0).put("answer", "可以办"));
        assertEquals(0, window().getJsonArray("duties").size());
    }

    @Test
    void of_many_who_wait_the_first_are_listed_and_all_are_counted() {
        for (int i = 0; i < 5; i++) {
            hall.take("社保");
        }
        JsonObject line = hall.get(Role.WINDOW, "/api/windows/1/waiting?limit=2").json();
        assertEquals(2, line.getJsonArray("waiting").size());
        assertEquals(5, line.getInteger("total"));
        assertEquals(
                "400 malformed",
                hall.get(Role.WINDOW, "/api/windows/1/waiting?limit=all").problem());
    }

    @Test
    void who_takes_a_person_over_reads_what_the_window_before_wrote() {
        hall.take("社保");
        hall.post(Role.WINDOW, "/api/windows/1/next");
        hall.post(
                Role.WINDOW,
                "/api/windows/1/transfer",
                new JsonObject().put("item", "社保").put("note", "原件已核对"));
        hall.post(Role.WINDOW, "/api/windows/1/next");

        assertEquals("原件已核对", window().getJsonObject("turn").getString("note"));
    }

    @Test
    void a_window_sees_itself_only() {
        String other = hall.grant(Role.WINDOW, Optional.of(new WindowId("2")));
        assertEquals("403 forbidden", hall.get(other, "/api/windows/1").problem());
        assertEquals("404 unknown-window", hall.get(Role.MANAGER, "/api/windows/99").problem());
    }
}
