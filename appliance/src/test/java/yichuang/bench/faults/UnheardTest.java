package yichuang.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;

/** What a cut may leave behind is told from what it may not. */
class UnheardTest {
    private static final String REPORT = "number\nA0001\nZ0001\nA0002\n";

    private final List<Act> acts = List.of(took("t1", "A0001"), took("t2", "Z0001"));

    private static Act took(String id, String number) {
        return new Act(
                Verb.TAKE,
                "kiosk",
                Optional.empty(),
                Optional.of(id),
                new JsonObject().put("items", JsonArray.of("passport")),
                10,
                20,
                1,
                201,
                new JsonObject().put("id", id).put("number", number));
    }

    private static Attempt sent(String key, int status, String id) {
        return new Attempt(
                key,
                "POST /api/tickets",
                "s1",
                10,
                20,
                status,
                status == 0 ? "broken off" : new JsonObject().put("id", id).encode());
    }

    private Unheard of(String item, Attempt... attempts) {
        JsonObject ticket =
                new JsonObject()
                        .put("id", "t3")
                        .put("number", "A0002")
                        .put("state", "cancelled")
                        .put("legs", JsonArray.of(new JsonObject().put("item", item)));
        return Unheard.of(List.of(attempts), acts, REPORT, number -> Optional.of(ticket));
    }

    @Test
    void a_lost_answer_that_an_island_gave_again_explains_one_ticket() {
        Unheard unheard = of("passport", sent("k", 0, ""), sent("k", 201, "t2"));
        assertEquals(List.of("t3"), unheard.ids());
        assertEquals(
                List.of(Verb.TAKE, Verb.CANCEL), unheard.acts().stream().map(Act::verb).toList());
    }

    @Test
    void for_other_items_it_explains_nothing() {
        assertEquals(List.of(), of("tax", sent("k", 0, ""), sent("k", 201, "t2")).ids());
    }

    @Test
    void when_no_answer_was_lost_it_explains_nothing() {
        assertEquals(List.of(), of("passport", sent("k", 201, "t2")).ids());
    }

    @Test
    void a_lost_answer_that_the_hall_gave_again_explains_nothing() {
        assertEquals(List.of(), of("passport", sent("k", 0, ""), sent("k", 201, "t1")).ids());
    }
}
