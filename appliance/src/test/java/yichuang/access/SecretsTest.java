package yichuang.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Contact;
import yichuang.hall.TicketId;

/** What only the hall key opens, and what nobody can make without it. */
class SecretsTest {
    private static final String PHONE = "13812345678";
    @TempDir Path dir;

    private HallKey key(String name) throws IOException {
        return HallKey.open(dir.resolve(name));
    }

    @Test
    void the_hall_key_is_made_once_for_its_owner_alone_and_read_again() throws IOException {
        TicketId ticket = Secrets.ticketId();
        String link = new Links(key("hall.key")).of(ticket);
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(dir.resolve("hall.key"))));
        assertEquals(Optional.of(ticket), new Links(key("hall.key")).find(link));
    }

    @Test
    void a_file_that_is_not_a_key_is_refused_and_left_as_it_is() throws IOException {
        Path file = Files.writeString(dir.resolve("hall.key"), "not a key");
        IOException refused = assertThrows(IOException.class, () -> HallKey.open(file));
        assertTrue(
                refused.getMessage().contains("Restore it from the backup"), refused.getMessage());
        assertEquals("not a key", Files.readString(file));
    }

    @Test
    void a_link_of_another_hall_a_changed_one_and_a_guess_are_nobodys() throws IOException {
        Links links = new Links(key("hall.key"));
        String link = links.of(Secrets.ticketId());
        assertEquals(Optional.empty(), new Links(key("other.key")).find(link));
        for (int i = 0; i < link.length(); i++) {
            char changed = link.charAt(i) == 'a' ? 'b' : 'a';
            String forged = link.substring(0, i) + changed + link.substring(i + 1);
            assertEquals(Optional.empty(), links.find(forged), forged);
        }
        assertEquals(Optional.empty(), links.find(""));
        assertEquals(Optional.empty(), links.find("!".repeat(link.length())));
    }

    @Test
    void a_phone_number_is_sealed_masked_and_known_again_only_under_the_same_key()
            throws IOException {
        Contacts contacts = new Contacts(key("hall.key"));
        Contact one = contacts.of(PHONE);
        Contact again = contacts.of(PHONE);
        assertEquals("138****5678", one.masked());
        assertFalse(one.toString().contains(PHONE));
        assertEquals(one.person(), again.person(), "the rule against hoarding needs to know");
        assertNotEquals(one.sealed(), again.sealed(), "each visit has a key of its own");
        assertEquals(Optional.of(PHONE), contacts.phone(one));
        assertEquals(Optional.empty(), new Contacts(key("other.key")).phone(one));
    }
}
