package yichuang.leader;

import java.util.List;
import java.util.Optional;
import yichuang.hall.Command;
import yichuang.hall.Contact;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.Outlook;
import yichuang.hall.ThemeCode;
import yichuang.hall.TicketId;

/** A person asks for a ticket; what they are told about the wait is added by the leader. */
public record TakeRequest(
        TicketId id,
        List<ItemCode> items,
        Optional<ThemeCode> theme,
        Optional<List<String>> choices,
        int count,
        Optional<GroupCode> group,
        Optional<String> returning,
        String language,
        Optional<Contact> contact) {
    Command.TakeTicket with(Outlook outlook) {
        return new Command.TakeTicket(
                id, items, theme, choices, count, group, returning, language, contact, outlook);
    }
}
