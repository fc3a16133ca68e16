package yichuang.devices;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yichuang.hall.Furnishing;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.Material;
import yichuang.hall.Outlook;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Zone;

/** What is printed on a slip. A person who lost their phone must find everything here. */
final class SlipText {
    private static final DateTimeFormatter TAKEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int MATERIALS_MAX = 12;

    private final Function<TicketId, String> links;

    /**
     * @param links the address of a ticket's own page, for the QR code
     */
    SlipText(Function<TicketId, String> links) {
        this.links = links;
    }

    /** A ticket 号票. */
    Slip ofTicket(Furnishing hall, Ticket ticket) {
        List<String> lines = new ArrayList<>(ticketLines(DeviceWords.CHINESE, hall, ticket));
        if (DeviceWords.wantsEnglish(ticket.language())) {
            lines.addAll(ticketLines(DeviceWords.ENGLISH, hall, ticket));
        }
        return slip(Slip.Kind.TICKET, hall, ticket, lines);
    }

    /** A one-time notice 一次性告知单: which materials or conditions are missing (opinion §8). */
    Slip ofNotice(Furnishing hall, Ticket ticket, ItemCode item, List<String> missing) {
        List<String> lines = new ArrayList<>(noticeLines(DeviceWords.CHINESE, hall, item, missing));
        if (DeviceWords.wantsEnglish(ticket.language())) {
            lines.addAll(noticeLines(DeviceWords.ENGLISH, hall, item, missing));
        }
        return slip(Slip.Kind.NOTICE, hall, ticket, lines);
    }

    private Slip slip(Slip.Kind kind, Furnishing hall, Ticket ticket, List<String> lines) {
        return new Slip(
                kind,
                ticket.id(),
                hall.setup().name(),
                ticket.number(),
                lines,
                Optional.of(links.apply(ticket.id())));
    }

    private static List<String> ticketLines(DeviceWords words, Furnishing hall, Ticket ticket) {
        List<String> lines = new ArrayList<>();
        List<Item> items =
                ticket.legs().stream()
                        .map(Leg::item)
                        .flatMap(code -> hall.findItem(code).stream())
                        .toList();
        items.forEach(item -> lines.add(words.say("slip.item", name(words, item))));
        if (ticket.count() > 1) {
            lines.add(words.say("slip.count", ticket.count()));
        }
        items.stream()
                .findFirst()
                .flatMap(first -> zone(hall, first))
                .ifPresent(
                        zone ->
                                lines.add(
                                        words.say(
                                                "slip.zone",
                                                words == DeviceWords.CHINESE
                                                        ? zone.name()
                                                        : zone.englishName())));
        lines.addAll(outlook(words, ticket.outlook()));
        List<String> bring = materials(words, items);
        if (!bring.isEmpty()) {
            lines.add(words.say("slip.bring", String.join(words.say("list.separator"), bring)));
        }
        hall.setup().islands().stream()
                .filter(island -> island.letter().equals(ticket.series()))
                .findFirst()
                .ifPresent(island -> lines.add(words.say("slip.island")));
        lines.add(words.say("slip.taken", TAKEN.format(ticket.takenAt().atZone(hall.zone()))));
        lines.add(words.say("slip.scan"));
        return lines;
    }

    /** A piece of paper that nobody can take for a ticket. */
    static Slip test() {
        return new Slip(
                Slip.Kind.NOTICE,
                new TicketId("test"),
                DeviceWords.CHINESE.say("test.headline"),
                DeviceWords.CHINESE.say("test.headline"),
                List.of(DeviceWords.CHINESE.say("test.line"), DeviceWords.ENGLISH.say("test.line")),
                Optional.empty());
    }

    private static List<String> outlook(DeviceWords words, Outlook outlook) {
        if (outlook.estimate().isEmpty()) {
            return List.of(words.say("slip.ahead", outlook.ahead()), words.say("slip.noWindow"));
        }
        Outlook.Wait wait = outlook.estimate().get();
        long from = wait.p50().toMinutes();
        long until = Math.max(1, minutesUp(wait.p90()));
        return List.of(
                words.say("slip.ahead", outlook.ahead()),
                from < 1
                        ? words.say("slip.soon", until)
                        : words.say("slip.wait", from, Math.max(from + 1, until)));
    }

    private static long minutesUp(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }

    private static List<String> materials(DeviceWords words, List<Item> items) {
        return items.stream()
                .flatMap(item -> item.materials().stream())
                .distinct()
                .limit(MATERIALS_MAX)
                .map(material -> material(words, material))
                .toList();
    }

    private static String material(DeviceWords words, Material material) {
        return material.deferrable()
                ? words.say("slip.deferrable", material.name())
                : material.name();
    }

    private static List<String> noticeLines(
            DeviceWords words, Furnishing hall, ItemCode code, List<String> missing) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("notice.title"));
        hall.findItem(code)
                .ifPresent(item -> lines.add(words.say("notice.item", name(words, item))));
        missing.forEach(one -> lines.add(words.say("notice.missing", one)));
        lines.add(words.say("notice.again"));
        return lines;
    }

    private static String name(DeviceWords words, Item item) {
        return words == DeviceWords.CHINESE ? item.name() : item.englishName();
    }

    private static Optional<Zone> zone(Furnishing hall, Item item) {
        return hall.setup().zones().stream()
                .filter(zone -> zone.code().equals(item.zone()))
                .findFirst();
    }
}
