package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Command;
import yichuang.hall.Role;

/** Whoever reads along sees everything once, in order, and nothing that is not theirs. */
@Timeout(60)
class LiveStreamTest {
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

    private EventReader read(String token, String... more) throws Exception {
        var request = hall.request("/api/hall/stream").header("Authorization", "Bearer " + token);
        if (more.length > 0) {
            request.headers(more);
        }
        return new EventReader(request.timeout(Duration.ofSeconds(30)));
    }

    @Test
    void it_begins_with_a_snapshot_and_goes_on_with_each_change() throws Exception {
        hall.take("社保");
        try (EventReader stream = read(hall.token(Role.DEVICE))) {
            EventReader.Told snapshot = stream.next();
            assertEquals("snapshot", snapshot.kind());
            assertEquals(1, snapshot.data().getJsonArray("waiting").size());
            assertEquals(snapshot.data().getLong("index"), snapshot.id().orElseThrow());
            hall.post(Role.WINDOW, "/api/windows/1/open");
            hall.post(Role.WINDOW, "/api/windows/1/next");
            EventReader.Told opened = stream.next();
            assertEquals("WindowState", opened.type());
            assertEquals("idle", opened.data().getString("windowState"));
            EventReader.Told called = stream.next();
            assertEquals("Called", called.type());
            assertEquals("A0001", called.data().getString("number"));
            assertEquals("1", called.data().getString("window"));
            assertEquals(called.data().getLong("index"), called.id().orElseThrow());
        }
    }

    @Test
    void who_was_away_gets_exactly_what_was_missed() throws Exception {
        long seen;
        try (EventReader stream = read(hall.token(Role.DEVICE))) {
            seen = stream.next().id().orElseThrow();
        }
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            taken.add(hall.take("社保").getString("number"));
        }
        List<String> told = new ArrayList<>();
        try (EventReader stream =
                read(hall.token(Role.DEVICE), "Last-Event-ID", String.valueOf(seen))) {
            while (told.size() < 200) {
                EventReader.Told next = stream.next();
                assertEquals("change", next.kind());
                told.add(next.data().getString("number"));
            }
            taken.add(hall.take("社保").getString("number"));
            told.add(stream.next().data().getString("number"));
        }
        assertEquals(taken, told);
    }

    @Test
    void an_id_that_is_none_of_this_log_gets_a_snapshot() throws Exception {
        for (String id : List.of("999999999", "nonsense", "-5")) {
            try (EventReader stream = read(hall.token(Role.DEVICE), "Last-Event-ID", id)) {
                assertEquals("snapshot", stream.next().kind(), id);
            }
        }
    }

    @Test
    void a_citizen_sees_their_own_ticket_and_calls_without_ids() throws Exception {
        JsonObject first = hall.take("社保");
        JsonObject mine = hall.take("社保");
        hall.post(Role.WINDOW, "/api/windows/1/open");
        hall.post(Role.WINDOW, "/api/windows/2/open");
        try (EventReader stream = read(mine.getString("link"))) {
            JsonObject snapshot = stream.next().data();
            assertEquals(1, snapshot.getJsonArray("waiting").size());
            assertFalse(snapshot.encode().contains(first.getString("id")));
            hall.take("社保");
            hall.post(Role.WINDOW, "/api/windows/1/next");
            hall.post(Role.WINDOW, "/api/windows/2/next");
            EventReader.Told others = stream.next();
            assertEquals("Called", others.type());
            assertEquals("A0001", others.data().getString("number"));
            assertFalse(others.data().containsKey("ticket"));
            EventReader.Told own = stream.next();
            assertEquals(mine.getString("id"), own.data().getString("ticket"));
        }
    }

    @Test
    void a_rating_does_not_say_whose_it_is() throws Exception {
        JsonObject taken = hall.take("社保");
        hall.post(Role.WINDOW, "/api/windows/1/open");
        hall.post(Role.WINDOW, "/api/windows/1/next");
        hall.post(Role.WINDOW, "/api/windows/1/serve");
        try (EventReader stream = read(hall.token(Role.WINDOW))) {
            stream.next();
            hall.post(
                    Role.WINDOW, "/api/windows/1/finish", new JsonObject().put("outcome", "DONE"));
            JsonObject closed = stream.next("Closed").data();
            assertEquals("DONE", closed.getString("outcome"));
            hall.post(
                    taken.getString("link"),
                    "/api/ratings",
                    new JsonObject()
                            .put("ticket", taken.getString("link"))
                            .put("level", 1)
                            .put("reasons", new JsonArray().add("113"))
                            .put("channel", "qr"));
            JsonObject rated = stream.next("Rated").data();
            assertTrue(
                    !rated.containsKey("ticket")
                            && !rated.containsKey("number")
                            && !rated.containsKey("level"),
                    rated.encode());
        }
    }

    @Test
    void a_page_that_lays_every_patch_over_its_snapshot_has_the_hall_as_it_is() throws Exception {
        Picture page = new Picture();
        try (EventReader stream = read(hall.token(Role.WINDOW))) {
            page.snapshot(stream.next().data());
            hall.take("社保", "医保");
            hall.take("社保");
            for (String act : List.of("open", "next", "recall", "serve", "hold", "next", "serve")) {
                hall.post(Role.WINDOW, "/api/windows/1/" + act);
            }
            hall.post(
                    Role.WINDOW, "/api/windows/1/finish", new JsonObject().put("outcome", "DONE"));
            hall.post(Role.WINDOW, "/api/windows/1/undo");
            hall.post(Role.KIOSK, "/api/helpers", new JsonObject());
            hall.take("社保");
            String last = hall.take("医保").getString("id");
            JsonObject change;
            do {
                change = stream.next().data();
                assertFalse(change.containsKey("reload"), change.encode());
                page.lay(change.getJsonObject("patch", new JsonObject()));
            } while (!last.equals(change.getString("ticket")));
            Picture fresh = new Picture();
            fresh.snapshot(hall.get(Role.WINDOW, "/api/hall").json());
            assertEquals(fresh, page);
        }
    }

    @Test
    void the_end_of_the_day_lets_a_page_read_the_hall_anew() throws Exception {
        try (EventReader stream = read(hall.token(Role.DEVICE))) {
            stream.next();
            hall.ask(new Command.CloseDay(hall.look(one -> one.day().orElseThrow().date())));
            JsonObject change = stream.next().data();
            assertTrue(change.getBoolean("reload"), change.encode());
            assertFalse(change.containsKey("patch"), change.encode());
        }
    }

    @Test
    void a_citizen_gets_no_patch() throws Exception {
        JsonObject mine = hall.take("社保");
        hall.post(Role.WINDOW, "/api/windows/1/open");
        try (EventReader stream = read(mine.getString("link"))) {
            stream.next();
            hall.post(Role.WINDOW, "/api/windows/1/next");
            assertFalse(stream.next("Called").data().containsKey("patch"));
        }
    }

    @Test
    void a_silent_call_is_heard_by_staff_and_not_at_kiosks_and_boards() throws Exception {
        try (EventReader staff = read(hall.token(Role.WINDOW));
                EventReader screen = read(hall.token(Role.DEVICE))) {
            staff.next();
            screen.next();
            hall.post(
                    Role.WINDOW,
                    "/api/helpers",
                    new JsonObject().put("kind", "security").put("where", "1"));
            hall.take("社保");
            EventReader.Told asked = staff.next();
            assertEquals("HelpAsked", asked.type());
            assertEquals(1, asked.data().getJsonObject("patch").getJsonArray("help").size());
            assertEquals("TicketTaken", screen.next().type());
        }
        assertEquals(1, hall.get(Role.WINDOW, "/api/hall").json().getJsonArray("help").size());
        assertEquals(0, hall.get(Role.KIOSK, "/api/hall").json().getJsonArray("help").size());
    }

    @Test
    void who_is_revoked_reads_no_further() throws Exception {
        try (EventReader stream = read(hall.token(Role.OFFICER))) {
            stream.next();
            String id =
                    hall.get(Role.ADMIN, "/api/tokens").json().getJsonArray("tokens").stream()
                            .map(token -> (JsonObject) token)
                            .filter(token -> token.getString("role").equals("officer"))
                            .findFirst()
                            .orElseThrow()
                            .getString("id");
            hall.delete(Role.ADMIN, "/api/tokens/" + id);
            assertThrows(IOException.class, stream::next);
        }
    }
}
