package yichuang.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.log.LogSettings;

/** A press on "next" that is repeated because the disk is slow. Found by storm, seed 131. */
class RetriedCallTest {
    private static final TokenId BY = new TokenId("test");
    private static final WindowId WINDOW = new WindowId("1");
    private static final RequestKey KEY = new RequestKey(BY, "next", "0");

    @TempDir Path dir;

    @Test
    void a_retry_before_the_answer_hears_of_the_ticket_that_is_on_its_way() throws Exception {
        HallClock nine =
                Clocks.open(
                        dir, Optional.of("2026-03-02T09:00:00+08:00"), ZoneId.of("Asia/Shanghai"));
        Leader leader =
                new Leader(
                        nine, new Dispatch(PolicySettings.DEFAULT), Optional.empty(), () -> false);
        try (leader) {
            var log = leader.start(LogSettings.of(dir.resolve("log"), "n1"));
            leader.ask(BY, Optional.empty(), new Command.Configure(Halls.small())).join();
            leader.bringUpToDate().join();
            leader.ask(BY, Optional.empty(), new Command.OpenWindow(WINDOW, Optional.empty()))
                    .join();
            leader.take(BY, Optional.empty(), request()).join();
            List<CompletableFuture<Optional<Answer>>> both =
                    CompletableFuture.supplyAsync(
                                    () ->
                                            List.of(
                                                    leader.callNext(BY, Optional.of(KEY), WINDOW),
                                                    leader.callNext(BY, Optional.of(KEY), WINDOW)),
                                    log.thread())
                            .join();
            assertEquals(both.getFirst().join(), both.getLast().join());
            assertEquals(true, both.getLast().join().isPresent());
        }
    }

    private static TakeRequest request() {
        return new TakeRequest(
                new TicketId("only"),
                List.of(Halls.SOCIAL),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                "zh",
                Optional.empty());
    }
}
