package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Command;
import yichuang.hall.HelpCall;
import yichuang.hall.Role;

/** A quiet stream is not a dead one, and who does not read holds up nobody. */
@Timeout(60)
class SlowReaderTest {
    private static final int CALLS_MAX = 200;

    @TempDir Path dir;

    private static WebLimits limits(int streamsMax, Duration silence) {
        return new WebLimits(600, 60, 6, 120, 30, streamsMax, silence);
    }

    private static EventReader read(Server hall, String lastSeen) throws Exception {
        return new EventReader(
                hall.request("/api/hall/stream")
                        .header("Authorization", "Bearer " + hall.token(Role.DEVICE))
                        .header("Last-Event-ID", lastSeen));
    }

    @Test
    void a_quiet_hall_says_a_comment_again_and_again() throws Exception {
        assertEquals(Duration.ofSeconds(10), WebLimits.standard(60, 6, 120).streamSilence());
        try (Server hall = Server.open(dir, limits(10, Duration.ofMillis(20)));
                EventReader stream = read(hall, "none")) {
            assertEquals("snapshot", stream.next().kind());
            stream.comment();
            stream.comment();
        }
    }

    /** The only stream there may be: once another gets in, the slow reader is out. */
    @Test
    void who_does_not_read_is_cut_off_and_resumes_where_they_were() throws Exception {
        try (Server hall = Server.open(dir, limits(1, Duration.ofMinutes(5)))) {
            List<String> asked = new ArrayList<>();
            List<String> told = new ArrayList<>();
            long seen;
            try (EventReader slow = read(hall, "none")) {
                seen = slow.next().id().orElseThrow();
                while (isFull(hall)) {
                    assertTrue(asked.size() < CALLS_MAX, "nobody was cut off");
                    asked.add(ask(hall, asked.size()));
                }
                seen = readToTheEnd(slow, seen, told);
            }
            assertTrue(told.size() < asked.size(), told.size() + " of " + asked.size());
            try (EventReader again = readOnceThereIsRoom(hall, String.valueOf(seen))) {
                while (told.size() < asked.size()) {
                    EventReader.Told next = again.next();
                    assertEquals("change", next.kind());
                    told.add(next.data().getString("id"));
                }
            }
            assertEquals(asked, told);
        }
    }

    /** Each change lists all open calls, so a few of them are more than any socket holds. */
    private static String ask(Server hall, int number) {
        String id = "call-" + number;
        hall.ask(
                new Command.AskHelp(
                        id,
                        HelpCall.Kind.HELPER,
                        "kiosk " + number,
                        Optional.empty(),
                        Optional.of("请".repeat(200))));
        return id;
    }

    /** The hall may not know yet that whoever asked for room last has left again. */
    private static EventReader readOnceThereIsRoom(Server hall, String lastSeen) throws Exception {
        EventReader reader = read(hall, lastSeen);
        while (reader.isRefused()) {
            reader.close();
            reader = read(hall, lastSeen);
        }
        return reader;
    }

    private static boolean isFull(Server hall) throws Exception {
        try (EventReader other = read(hall, "none")) {
            return other.isRefused();
        }
    }

    private static long readToTheEnd(EventReader slow, long from, List<String> told) {
        long[] seen = {from};
        assertThrows(
                IOException.class,
                () -> {
                    while (true) {
                        EventReader.Told next = slow.next();
                        told.add(next.data().getString("id"));
                        seen[0] = next.id().orElseThrow();
                    }
                });
        return seen[0];
    }
}
