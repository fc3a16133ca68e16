package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Event;
import yichuang.hall.Role;

/** A phone that reads the code is on the ticket's own page; nobody gets there without the link. */
class QrOverHttpTest {
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int QUIET = 4;

    @TempDir Path dir;

    @Test
    void the_code_says_the_halls_address_and_the_link() throws Exception {
        try (Server hall = Server.open(dir)) {
            String link = hall.take("社保").getString("link");
            Server.Got got = hall.get(Role.KIOSK, "/api/tickets/" + link + "/qr");

            assertEquals("image/svg+xml", got.header("Content-Type"));
            DecoderResult read = read(got.text());
            assertEquals("http://hall/t/" + link, read.getText());
            assertEquals("M", read.getECLevel());
            assertFalse(got.text().contains("style"), got::text);
        }
    }

    @Test
    void while_nobody_has_set_an_address_it_is_the_one_the_request_came_by() throws Exception {
        Signboard shipped =
                new Signboard(
                        Signboard.SHIPPED,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Signboard.Offer.PLAIN);
        try (Server hall = Server.open(dir, shipped)) {
            String link = hall.take("社保").getString("link");
            String svg = hall.get(Role.KIOSK, "/api/tickets/" + link + "/qr").text();

            assertEquals("http://127.0.0.1:" + hall.port() + "/t/" + link, read(svg).getText());
        }
    }

    @Test
    void neither_the_id_nor_the_number_leads_to_a_code() throws IOException {
        try (Server hall = Server.open(dir)) {
            JsonObject ticket = hall.take("社保");
            String link = ticket.getString("link");
            String forged = link.substring(0, link.length() - 2) + "AA";
            for (String other :
                    List.of(ticket.getString("id"), ticket.getString("number"), forged)) {
                assertEquals(
                        "404 unknown-ticket",
                        hall.get(Role.MANAGER, "/api/tickets/" + other + "/qr").problem());
            }
        }
    }

    @Test
    void a_person_gets_their_own_code_only() throws IOException {
        try (Server hall = Server.open(dir)) {
            String mine = hall.take("社保").getString("link");
            String yours = hall.take("社保").getString("link");

            assertEquals(200, hall.get(mine, "/api/tickets/" + mine + "/qr").status());
            assertEquals(
                    "403 forbidden", hall.get(mine, "/api/tickets/" + yours + "/qr").problem());
            assertEquals(
                    "403 forbidden",
                    hall.get(Role.OFFICER, "/api/tickets/" + mine + "/qr").problem());
        }
    }

    @Test
    void the_paper_carries_the_same_address_and_only_who_may_rate_for_others_reads_it()
            throws Exception {
        try (Server hall = Server.openWithPrinter(dir)) {
            CountDownLatch printed = new CountDownLatch(1);
            hall.leader.follow(
                    (state, index, entry, events) -> {
                        if (events.stream().anyMatch(Event.Printed.class::isInstance)) {
                            printed.countDown();
                        }
                    });
            String link = hall.take("社保").getString("link");
            assertTrue(printed.await(10, TimeUnit.SECONDS));

            assertEquals("http://hall/t/" + link, paper(hall, Role.MANAGER).getString("address"));
            assertFalse(paper(hall, Role.WINDOW).containsKey("address"));
        }
    }

    private static JsonObject paper(Server hall, Role role) {
        return hall.get(role, "/api/devices/printer-k1").json().getJsonObject("printed");
    }

    /** The address shipped with the product is the one that counts as not set. */
    @Test
    void the_shipped_configuration_has_not_set_it() throws Exception {
        String yaml = Files.readString(Path.of("../config/hall.yaml"));
        Matcher url = Pattern.compile("publicUrl: (\\S+)").matcher(yaml);
        assertTrue(url.find());
        assertEquals(Signboard.SHIPPED, URI.create(url.group(1)));
    }

    private static DecoderResult read(String svg) throws ChecksumException, FormatException {
        Matcher size = SIZE.matcher(svg);
        assertTrue(size.find(), svg);
        int modules = Integer.parseInt(size.group(1)) - 2 * QUIET;
        BitMatrix matrix = new BitMatrix(modules);
        Matcher bar = BAR.matcher(svg);
        while (bar.find()) {
            matrix.setRegion(
                    Integer.parseInt(bar.group(1)) - QUIET,
                    Integer.parseInt(bar.group(2)) - QUIET,
                    Integer.parseInt(bar.group(3)),
                    1);
        }
        return new Decoder().decode(matrix);
    }
}
