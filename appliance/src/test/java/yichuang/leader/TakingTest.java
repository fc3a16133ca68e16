package yichuang.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.Receipt;
import yichuang.hall.Setup;
import yichuang.hall.Theme;
import yichuang.hall.ThemeCode;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.log.LogSettings;

/** What a person is told about the wait is about what they will wait for. */
class TakingTest {
    private static final TokenId BY = new TokenId("test");
    @TempDir Path dir;
    private Leader leader;

    @BeforeEach
    void open() throws Exception {
        HallClock nine =
                Clocks.open(
                        dir, Optional.of("2026-03-02T09:00:00+08:00"), ZoneId.of("Asia/Shanghai"));
        leader =
                new Leader(
                        nine, new Dispatch(PolicySettings.DEFAULT), Optional.empty(), () -> false);
        leader.start(LogSettings.of(dir.resolve("log"), "n1"));
        ask(new Command.Configure(withTheme(Halls.small())));
        leader.bringUpToDate().join();
        ask(new Command.OpenWindow(new WindowId("1"), Optional.empty()));
    }

    @AfterEach
    void close() {
        leader.close();
    }

    /**
     * The licence comes first in this theme, when it is chosen at all; no window for it is open.
     */
    private static Setup withTheme(Setup hall) {
        Theme theme =
                new Theme(
                        new ThemeCode("转行"),
                        "转行",
                        "A new trade",
                        Theme.Audience.PERSON,
                        Theme.Order.IN_ORDER,
                        List.of(Halls.LICENCE, Halls.SOCIAL),
                        List.of(
                                new Theme.Choice(
                                        "licence", "执照", "Licence", List.of(Halls.LICENCE), false)),
                        List.of());
        return new Setup(
                hall.hall(),
                hall.name(),
                hall.timeZone(),
                hall.zones(),
                hall.series(),
                hall.items(),
                List.of(theme),
                hall.windows(),
                hall.groups(),
                hall.staff(),
                hall.hours(),
                hall.workingDays(),
                hall.rules(),
                hall.ratings(),
                hall.islands());
    }

    @Test
    void an_optional_leg_that_was_not_chosen_says_nothing_about_the_wait() {
        assertTrue(take("t1", Optional.empty()).outlook().estimate().isPresent());
        assertTrue(take("t2", Optional.of(List.of("licence"))).outlook().estimate().isEmpty());
    }

    @Test
    void whoever_comes_next_is_told_of_one_more_ahead() {
        assertEquals(0, take("t1", Optional.empty()).outlook().ahead());
        assertEquals(1, take("t2", Optional.empty()).outlook().ahead());
    }

    private Receipt.Taken take(String id, Optional<List<String>> choices) {
        TakeRequest request =
                new TakeRequest(
                        new TicketId(id),
                        List.of(),
                        Optional.of(new ThemeCode("转行")),
                        choices,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        "zh",
                        Optional.empty());
        Answer answer = leader.take(BY, Optional.empty(), request).join();
        return (Receipt.Taken) assertInstanceOf(Answer.Agreed.class, answer).receipt();
    }

    private void ask(Command command) {
        assertInstanceOf(Answer.Agreed.class, leader.ask(BY, Optional.empty(), command).join());
    }
}
