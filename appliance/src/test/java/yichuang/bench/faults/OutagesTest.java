package yichuang.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import yichuang.bench.Figures;

/** The time without service, by hand: a fault at 10 s, whole again at 20 s. */
class OutagesTest {
    private static final Round ROUND =
            new Round(
                    1,
                    FaultKind.KILL_LEADER,
                    "n1",
                    "n1",
                    new Span(at(10), at(10.02), at(12)),
                    at(20));

    private static long at(double seconds) {
        return (long) (seconds * 1e9);
    }

    private static Attempt attempt(double sent, double answered, int status) {
        return new Attempt("k", "POST /", "n2", at(sent), at(answered), status, "{}");
    }

    private static JsonObject figures(Attempt... attempts) {
        Figures figures = new Figures();
        new Outages(List.of(ROUND), List.of(attempts)).put(figures);
        return new JsonObject(figures.json());
    }

    @Test
    void what_was_sent_before_the_fault_ends_no_outage() {
        JsonObject figures =
                figures(
                        attempt(9.9, 10.1, 200),
                        attempt(10.01, 10.015, 200),
                        attempt(10.2, 10.3, 503),
                        attempt(10.3, 10.4, 409),
                        attempt(12.5, 13.5, 200));
        assertEquals(3.5, figures.getDouble("failoverMaxSeconds"));
        assertEquals(3.5, figures.getDouble("outageP50Seconds"));
    }

    @Test
    void a_hall_that_serves_once_and_stops_again_is_seen_as_silent() {
        JsonObject figures =
                figures(
                        attempt(10.2, 10.5, 200),
                        attempt(17.0, 18.5, 200),
                        attempt(19.9, 20.1, 200),
                        attempt(90.0, 90.1, 200));
        assertEquals(0.5, figures.getDouble("outageMaxSeconds"));
        assertEquals(8, figures.getInteger("silenceMaxSeconds"));
    }

    @Test
    void a_hall_that_never_serves_again_is_without_service_to_the_end_of_the_round() {
        assertEquals(10, figures().getInteger("outageMaxSeconds"));
    }
}
