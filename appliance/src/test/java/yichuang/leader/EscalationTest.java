package yichuang.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Halls;
import yichuang.hall.Rectification;
import yichuang.hall.TokenId;
import yichuang.log.LogSettings;

/** What is not done in time the hall says by itself, in its own name. */
class EscalationTest {
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final TokenId BY = new TokenId("test");

    @TempDir Path dir;
    private final AtomicReference<Instant> now = new AtomicReference<>(NINE);
    private Leader hall;

    private record Said(Entry entry, Event.RectificationOverdue event) {}

    /** A clock that is set by hand, and right. */
    private final class SetClock implements HallClock {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public boolean isTest() {
            return true;
        }

        @Override
        public boolean isTrusted() {
            return true;
        }

        @Override
        public void confirm() {}

        @Override
        public void tick() {}

        @Override
        public void goOnFrom(Instant last) {}
    }

    @BeforeEach
    void open() throws IOException {
        hall =
                new Leader(
                        new SetClock(),
                        new Dispatch(PolicySettings.DEFAULT),
                        Optional.empty(),
                        () -> false);
        var unused = hall.start(LogSettings.of(dir.resolve("log"), "n1"));
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void a_step_that_is_overdue_is_marked_within_moments_once() throws Exception {
        agree(new Command.Configure(Halls.small()));
        agree(new Command.Complain("c1", "kiosk", "灯坏了", Optional.empty(), Optional.empty()));
        CompletableFuture<Said> said = new CompletableFuture<>();
        hall.follow(
                (state, index, entry, events) ->
                        events.stream()
                                .filter(Event.RectificationOverdue.class::isInstance)
                                .map(Event.RectificationOverdue.class::cast)
                                .forEach(event -> said.complete(new Said(entry, event))));
        now.set(NINE.plus(Duration.ofDays(2)));
        Said first = said.get(30, TimeUnit.SECONDS);
        assertEquals("hall-timer", first.entry().by().value());
        assertEquals(List.of(Rectification.Step.VERIFY), first.event().rectification().escalated());
        assertTrue(
                hall.read(reading -> !reading.hall().rectificationsDue(reading.now()))
                        .get(30, TimeUnit.SECONDS));
    }

    private void agree(Command command) {
        assertInstanceOf(
                Answer.Agreed.class,
                hall.ask(BY, Optional.empty(), command).join(),
                command::toString);
    }
}
