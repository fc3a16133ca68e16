package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is believed about a thing, whatever a map without order brings. */
class SharedTest {
    private final Shared shared = new Shared("n1");
    private final List<SharedEntry> out = new ArrayList<>();
    private final List<SharedEntry> news = new ArrayList<>();

    private static SharedEntry entry(String owner, String id, long term, long number) {
        return new SharedEntry(
                owner, "x", id, term, number, SharedEntry.Presence.HERE, new byte[] {1});
    }

    private void hear(SharedEntry entry) {
        shared.heard(entry.key(), entry.value());
    }

    private SharedEntry only() {
        List<SharedEntry> all = shared.all("x");
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @Test
    void the_greatest_number_is_kept_and_put_back_over_a_smaller_one() {
        shared.connect(out::add);
        shared.listen(news::add);
        hear(entry("n2", "a", 0, 5));
        hear(entry("n2", "a", 0, 3));
        assertEquals(5, only().number());
        assertEquals(1, news.size());
        assertEquals(List.of(5L), out.stream().map(SharedEntry::number).toList());
    }

    @Test
    void a_greater_term_beats_any_index_of_a_smaller_one() {
        shared.sayOfHall("x", "waiting", 2, 900, new byte[] {1});
        hear(entry(SharedEntry.HALL, "waiting", 3, 7));
        assertEquals(3, only().term());
        shared.sayOfHall("x", "waiting", 2, 901, new byte[] {1});
        assertEquals(3, only().term(), "a leader of before is not heard, not even here");
        assertTrue(shared.written().isEmpty(), "nor does it write again");
        shared.sayOfHall("x", "waiting", 4, 8, new byte[] {1});
        assertEquals(4, only().term());
    }

    @Test
    void a_node_that_starts_again_goes_above_what_it_said_before() {
        hear(entry("n1", "a", 0, 57));
        shared.say("x", "a", new byte[] {2});
        assertEquals(58, only().number());
    }

    @Test
    void a_node_that_hears_its_former_word_late_goes_above_it() {
        shared.connect(out::add);
        shared.say("x", "a", new byte[] {2});
        hear(entry("n1", "a", 0, 57));
        assertEquals(58, only().number());
        assertEquals(2, only().bytes()[0], "the newest word, not the greatest number's");
        assertEquals(List.of(1L, 58L), out.stream().map(SharedEntry::number).toList());
    }

    @Test
    void the_things_of_a_node_that_left_say_so() {
        shared.listen(news::add);
        shared.present(Set.of("n2"));
        hear(entry("n2", "a", 0, 1));
        assertEquals(SharedEntry.Presence.HERE, only().presence());
        shared.disconnect();
        assertEquals(SharedEntry.Presence.LEFT, only().presence());
        assertEquals(2, news.size());
    }

    @Test
    void what_is_no_entry_is_passed_over() {
        shared.heard("x", new byte[9]);
        shared.heard("x/n2/a", new byte[3]);
        assertEquals(List.of(), shared.all("x"));
    }
}
