package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.RandomDay;
import yichuang.hall.Ticket;

/** A page that has a snapshot and lays every later patch over it sees the hall as it is. */
class PatchTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Property(tries = 200)
    void a_snapshot_and_its_patches_are_a_later_snapshot(@ForAll long seed) {
        Picture page = new Picture();
        boolean[] begun = {false};
        RandomDay.play(
                seed,
                250,
                (hall, index, events) -> {
                    if (!begun[0]) {
                        page.snapshot(snapshot(hall));
                        begun[0] = true;
                        return;
                    }
                    JsonObject change = new JsonObject();
                    Patch.of(hall, events).into(change, new Viewer.Staff(), ZONE);
                    if (change.containsKey("reload")) {
                        assertTrue(events.stream().anyMatch(PatchTest::changesEverything));
                        page.snapshot(snapshot(hall));
                    } else {
                        page.lay(change.getJsonObject("patch", new JsonObject()));
                    }
                    Picture fresh = new Picture();
                    fresh.snapshot(snapshot(hall));
                    assertEquals(fresh, page, events::toString);
                });
    }

    private static boolean changesEverything(Event event) {
        return event instanceof Event.DayOpened
                || event instanceof Event.DayClosed
                || event instanceof Event.Configured
                || event instanceof Event.TimeCorrected;
    }

    private static JsonObject snapshot(Hall hall) {
        HallJson.Still still =
                new HallJson.Still(
                        1,
                        Instant.EPOCH,
                        hall.furnishing(),
                        hall.day().map(day -> day.date()),
                        hall.island(),
                        List.copyOf(hall.windows()),
                        Parts.unreached(hall),
                        List.<Ticket>copyOf(hall.tickets()),
                        hall.help());
        HallJson.Here here =
                new HallJson.Here(
                        "n1", Optional.of("n1"), List.of(), false, 1, device -> true, List.of());
        return new JsonObject(new HallJson(here, List.of(), still, new Viewer.Staff()).encode());
    }
}
