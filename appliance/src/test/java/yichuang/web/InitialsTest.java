package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A person presses the first letter of each character, as they say it. */
class InitialsTest {
    private static List<String> of(String... names) {
        List<String> all = List.of(names);
        return new Initials(PinyinTable.of(all)).of(all);
    }

    @Test
    void a_name_is_found_by_the_first_letters_of_its_characters() {
        assertEquals("shbxcbzmdy", of("社会保险参保证明打印").getFirst());
    }

    @Test
    void an_alias_is_found_too() {
        List<String> initials = of("社会保险参保证明打印", "社保证明");
        assertTrue(initials.contains("sbzm"), initials::toString);
    }

    @Test
    void characters_with_several_readings_are_found_under_each() {
        assertEquals(Set.of("yh", "yx"), Set.copyOf(of("银行")));
        assertTrue(of("重新办理").containsAll(List.of("cxbl", "zxbl")));
        assertTrue(of("会计").containsAll(List.of("hj", "kj")));
        assertTrue(of("成长").containsAll(List.of("cz", "cc")));
        assertTrue(of("单位").contains("dw"));
    }

    @Test
    void letters_and_digits_stand_for_themselves_and_signs_are_passed_over() {
        assertEquals(List.of("etcbl"), of("ETC办理"));
        assertEquals(List.of("12345rx"), of("１２３４５（热线）"));
        assertEquals(List.of(), of("——"));
    }

    @Test
    void a_name_has_at_most_eight_and_the_commonest_reading_is_among_them() {
        List<String> initials = of("行行行行行行");
        assertEquals(Initials.VARIANTS_MAX, initials.size());
        assertEquals("xxxxxx", initials.getFirst());
    }

    @Test
    void every_character_of_the_shipped_catalogue_has_a_reading() throws Exception {
        List<String> lines = new ArrayList<>();
        try (var files = Files.list(Path.of("../config/catalogue"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        PinyinTable table = PinyinTable.of(lines);
        Set<String> without = new TreeSet<>();
        lines.forEach(
                line ->
                        line.codePoints()
                                .filter(Character::isIdeographic)
                                .filter(one -> table.letters(one).isEmpty())
                                .forEach(one -> without.add(Character.toString(one))));
        assertFalse(lines.isEmpty());
        assertEquals(Set.of(), without);
    }
}
