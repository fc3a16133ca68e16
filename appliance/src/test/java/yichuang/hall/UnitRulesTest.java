package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Offices outside of the hall: no ticket, so an opening of the page is used once, and a browser, a
 * network and everybody have their bounds of the day (here two, three and five).
 */
class UnitRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TokenId ANYBODY = new TokenId("anybody");

    private final Hall hall = new Hall();
    private Instant at = LocalDate.of(2026, 3, 2).atTime(9, 0).atZone(ZONE).toInstant();
    private int openings;

    UnitRulesTest() {
        apply(new Command.Configure(Halls.small()));
    }

    private Answer apply(Command command) {
        return hall.apply(new Entry(at, ANYBODY, Optional.empty(), command));
    }

    private Opening opened(String browser, String network) {
        openings++;
        return new Opening("o" + openings, at.plus(Duration.ofMinutes(30)), browser, network);
    }

    private String rates(int level, Opening opening, String... reasons) {
        return told(
                apply(
                        new Command.RateUnit(
                                "u" + opening.id(),
                                "cheguan",
                                level,
                                List.of(reasons),
                                Optional.empty(),
                                opening)));
    }

    private static String told(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? refused.why().getClass().getSimpleName()
                : "taken";
    }

    @Test
    void one_opening_of_the_page_is_one_rating() {
        Opening opening = opened("phone", "net");
        assertEquals("taken", rates(5, opening));
        assertEquals("OpeningUsed", rates(1, opening, "113"));
        assertEquals("taken", rates(4, opened("phone", "net")));
    }

    @Test
    void an_opening_is_good_for_so_long_and_a_clock_set_back_does_not_make_it_new() {
        Opening opening = opened("phone", "net");
        assertEquals("taken", rates(5, opening));
        at = opening.until();
        assertEquals("OpeningUsed", rates(5, opening));
        assertEquals("OpeningOver", rates(5, new Opening("o9", opening.until(), "phone", "net")));
        at = at.minus(Duration.ofDays(1));
        apply(new Command.CorrectTime(at));
        assertEquals("OpeningUsed", rates(5, opening));
    }

    @Test
    void a_browser_a_network_and_everybody_have_their_bounds_and_a_new_day_is_a_new_day() {
        assertEquals("taken", rates(5, opened("phone-1", "hall")));
        assertEquals("taken", rates(5, opened("phone-1", "hall")));
        assertEquals("UnitRatedEnough", rates(5, opened("phone-1", "elsewhere")));
        assertEquals("taken", rates(5, opened("phone-2", "hall")));
        assertEquals("UnitRatedEnough", rates(5, opened("phone-3", "hall")));
        assertEquals("taken", rates(5, opened("phone-4", "a")));
        assertEquals("taken", rates(5, opened("phone-5", "b")));
        assertEquals("UnitRatedEnough", rates(5, opened("phone-6", "c")));
        at = at.plus(Duration.ofDays(1));
        assertEquals("taken", rates(5, opened("phone-1", "hall")));
    }

    @Test
    void who_is_not_content_says_why_and_a_refusal_leaves_the_opening_good() {
        Opening opening = opened("phone", "net");
        assertEquals("ReasonNeeded", rates(2, opening));
        assertEquals("UnknownReason", rates(2, opening, "517"));
        assertEquals("UnknownLevel", rates(0, opening));
        assertEquals("UnknownLevel", rates(6, opening));
        assertEquals("taken", rates(2, opening, "213"));
    }

    @Test
    void a_negative_one_is_followed_up_and_another_is_not() {
        rates(3, opened("phone", "net"));
        assertEquals(0, hall.rectifications().size());
        rates(1, opened("phone", "net"), "113");
        assertEquals(
                List.of(Rectification.About.RATING),
                hall.rectifications().stream().map(Rectification::about).toList());
    }

    @Test
    void an_office_that_is_not_in_the_settings_is_rated_by_nobody() {
        assertEquals(
                "Unknown",
                told(
                        apply(
                                new Command.RateUnit(
                                        "u",
                                        "nowhere",
                                        5,
                                        List.of(),
                                        Optional.empty(),
                                        opened("phone", "net")))));
    }

    @Test
    void what_was_used_is_known_after_a_restart() {
        Opening opening = opened("phone", "net");
        assertEquals("taken", rates(5, opening));
        Hall again = Hall.of(hall.snapshot());
        assertArrayEquals(hall.snapshot(), again.snapshot());
        Command twice =
                new Command.RateUnit("u", "cheguan", 5, List.of(), Optional.empty(), opening);
        assertEquals(
                "OpeningUsed", told(again.apply(new Entry(at, ANYBODY, Optional.empty(), twice))));
    }
}
