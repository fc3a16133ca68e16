package yichuang.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An opening is this hall's, of this office, by this browser; a link is of one office. */
class OpeningsTest {
    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir Path dir;
    private HallKey key;
    private Openings openings;
    private String phone;

    @BeforeEach
    void begins() throws IOException {
        key = HallKey.open(dir.resolve("hall.key"));
        openings = new Openings(key);
        phone = openings.newBrowser();
    }

    @Test
    void an_opening_is_found_by_whom_it_was_made_for() {
        String opening = openings.make("cheguan", phone, AT);
        assertEquals(AT, openings.find(opening, "cheguan", phone).orElseThrow().at());
        assertEquals(Optional.empty(), openings.find(opening, "kaoshi", phone));
        assertEquals(Optional.empty(), openings.find(opening, "cheguan", openings.newBrowser()));
        assertTrue(opening.length() <= 64, opening);
    }

    @Test
    void no_letter_of_it_can_be_another_and_none_be_left_out() throws IOException {
        String opening = openings.make("cheguan", phone, AT);
        for (int i = 0; i < opening.length(); i++) {
            char other = opening.charAt(i) == 'A' ? 'B' : 'A';
            String forged = opening.substring(0, i) + other + opening.substring(i + 1);
            assertEquals(Optional.empty(), openings.find(forged, "cheguan", phone), "letter " + i);
            assertEquals(
                    Optional.empty(), openings.find(opening.substring(0, i), "cheguan", phone));
        }
        assertEquals(Optional.empty(), openings.find("?".repeat(51), "cheguan", phone));
        Openings elsewhere = new Openings(HallKey.open(dir.resolve("other.key")));
        assertEquals(Optional.empty(), elsewhere.find(opening, "cheguan", phone));
    }

    @Test
    void a_browser_is_one_that_was_named_here() {
        assertTrue(openings.isBrowser(phone));
        assertFalse(openings.isBrowser(phone.replace('.', '-')));
        assertFalse(openings.isBrowser(phone.substring(1)));
        assertFalse(openings.isBrowser(""));
        assertFalse(openings.isBrowser("."));
        assertFalse(openings.isBrowser("é.é"));
    }

    @Test
    void the_same_phone_is_another_one_the_next_day() {
        LocalDate monday = LocalDate.of(2026, 3, 2);
        String today = openings.onDay("browser " + phone, monday);
        assertEquals(today, openings.onDay("browser " + phone, monday));
        assertNotEquals(today, openings.onDay("browser " + phone, monday.plusDays(1)));
        assertNotEquals(today, openings.onDay("address " + phone, monday));
    }

    @Test
    void the_link_of_an_office_is_no_other_s() {
        Links links = new Links(key);
        String link = links.ofUnit("cheguan");
        assertEquals(Optional.of("cheguan"), links.findUnit(link));
        assertEquals(Optional.empty(), links.findUnit(link.replace("cheguan", "kaoshi")));
        assertEquals(Optional.empty(), links.findUnit(link.substring(0, link.length() - 1)));
        assertEquals(Optional.empty(), links.findUnit("cheguan"));
        assertEquals(Optional.empty(), links.find(link));
    }
}
