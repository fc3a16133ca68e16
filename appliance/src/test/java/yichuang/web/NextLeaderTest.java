package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.cluster.Called;
import yichuang.cluster.Errand;
import yichuang.cluster.RequestFailed;
import yichuang.hall.Role;

/** The leader goes while it has somebody's request. */
class NextLeaderTest {
    private static final Others.Place OLD = new Others.Place.There("n2");
    private static final Others.Place NEXT = new Others.Place.There("n3");

    @TempDir Path dir;

    /** The one that led says nothing any more; once it was asked, another one leads. */
    private static final class Leaders extends Alone {
        private final RequestFailed failure;
        private final List<Place> asked = new ArrayList<>();

        Leaders(RequestFailed failure) {
            super("n1");
            this.failure = failure;
        }

        @Override
        public Place changes() {
            return asked.isEmpty() ? OLD : NEXT;
        }

        @Override
        public Future<Called> call(Place place, Errand.Call call) {
            asked.add(place);
            return place.equals(OLD)
                    ? Future.failedFuture(failure)
                    : Future.succeededFuture(
                            new Called(
                                    1,
                                    200,
                                    Map.of("Content-Type", "application/json"),
                                    Buffer.buffer("{\"window\":\"1\",\"state\":\"idle\"}")));
        }
    }

    @Test
    void what_has_a_key_is_asked_again_of_the_next_one() throws IOException {
        Leaders leaders = new Leaders(RequestFailed.unanswered("n2"));
        try (Server hall = Server.openAmong(leaders, dir)) {
            assertEquals(200, open(hall, "k1").status());
            assertEquals(List.of(OLD, NEXT), leaders.asked);
        }
    }

    @Test
    void without_a_key_it_could_be_done_twice_and_is_not() throws IOException {
        Leaders leaders = new Leaders(RequestFailed.unanswered("n2"));
        try (Server hall = Server.openAmong(leaders, dir)) {
            assertEquals("503 no-leader", hall.post(Role.WINDOW, "/api/windows/1/open").problem());
            assertEquals(List.of(OLD), leaders.asked);
        }
    }

    @Test
    void what_never_left_this_node_is_asked_again_also_without_a_key() throws IOException {
        Leaders leaders = new Leaders(RequestFailed.nobody());
        try (Server hall = Server.openAmong(leaders, dir)) {
            assertEquals(200, hall.post(Role.WINDOW, "/api/windows/1/open").status());
            assertEquals(List.of(OLD, NEXT), leaders.asked);
        }
    }

    private static Server.Got open(Server hall, String key) {
        return hall.send(
                hall.request("/api/windows/1/open")
                        .header("Authorization", "Bearer " + hall.token(Role.WINDOW))
                        .header("Idempotency-Key", key)
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    }
}
