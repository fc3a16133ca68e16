package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;

/** The pins of the header, in the program as on the page that the installer reads. */
class HeaderPinsTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| (\\d+) \\| (.*) \\|");
    private static final int PINS = 28;

    private static List<Finding> check(long pin) {
        return HeaderPins.check(new Settings(1, Map.of("pin", new Settings.Value(4, pin))), "pin");
    }

    @Test
    void the_page_says_what_the_program_does() throws IOException {
        List<MatchResult> rows =
                ROW.matcher(Files.readString(Path.of("docs/it/keypads.md"))).results().toList();
        assertEquals(PINS, rows.size());
        for (MatchResult row : rows) {
            int pin = Integer.parseInt(row.group(1));
            assertEquals(HeaderPins.place(pin), Integer.parseInt(row.group(2)), row.group());
            assertEquals(row.group(3).endsWith("free"), check(pin).isEmpty(), row.group());
        }
    }

    @Test
    void a_pin_of_a_bus_is_refused_with_its_line_and_what_to_give_instead() {
        Finding finding = check(9).getFirst();
        assertEquals(4, finding.line());
        assertEquals(
                "GPIO9 is kept for SPI. Give one of: 4 5 6 12 13 16 17 18 19 20 21 22 23 24 25 26"
                        + " 27.",
                finding.english());
    }

    @Test
    void a_key_on_a_line_that_is_an_output_only_is_refused() {
        assertEquals(1, ExpanderLines.check(List.of("20.A0", "27.B7"), 3).size());
        assertTrue(ExpanderLines.check(List.of("20.A0", "27.B6"), 3).isEmpty());
    }
}
