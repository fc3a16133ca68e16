package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yichuang.hall.Role;

/** Files travel gzip-encoded to who says so, and mean the same. */
class ZippedOverHttpTest {
    private final HttpClient client = HttpClient.newHttpClient();
    @TempDir Path dir;
    private Server hall;

    @BeforeEach
    void open() throws IOException {
        hall = Server.open(dir);
    }

    @AfterEach
    void close() {
        client.close();
        hall.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kiosk", "/pages/lit-html/lit-html.js", "/api/items", "/api/themes"})
    void who_accepts_gzip_is_sent_less_and_reads_the_same(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path, "identity", "");
        HttpResponse<byte[]> zipped = get(path, "gzip, deflate, br", "");

        assertEquals("gzip", header(zipped, "Content-Encoding"));
        assertEquals("", header(plain, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(zipped, "Vary"));
        assertEquals("Accept-Encoding", header(plain, "Vary"));
        assertTrue(zipped.body().length < plain.body().length);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertEquals(text(plain.body()), text(unzipped.readAllBytes()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "gzip;q=0", "gzip; q=0.00", "xgzip", "br, *;q=0"})
    void who_does_not_accept_it_gets_plain_bytes(String accept) throws Exception {
        assertEquals("", header(get("/kiosk", accept, ""), "Content-Encoding"));
    }

    @Test
    void an_unchanged_file_costs_a_304_in_either_coding() throws Exception {
        String plain = header(get("/kiosk", "identity", ""), "ETag");
        String zipped = header(get("/kiosk", "gzip", ""), "ETag");

        assertNotEquals(plain, zipped);
        assertEquals(304, get("/kiosk", "gzip;q=0.5", zipped).statusCode());
        assertEquals(304, get("/kiosk", "identity", plain).statusCode());
        assertEquals(200, get("/kiosk", "identity", zipped).statusCode());
    }

    private HttpResponse<byte[]> get(String path, String accept, String known) throws Exception {
        HttpRequest.Builder request =
                hall.request(path)
                        .header("Authorization", "Bearer " + hall.token(Role.KIOSK))
                        .header("Accept-Encoding", accept);
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
