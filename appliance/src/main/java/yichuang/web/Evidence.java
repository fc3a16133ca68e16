package yichuang.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import yichuang.access.Secrets;
import yichuang.records.SealedAct;

/**
 * One rectification as a file that stands by itself: the case as JSON and as a page to print, the
 * rows of the audit trail that are about it with their hashes, and the SHA-256 of each file as
 * {@code sha256sum -c} reads it. Personal numbers in it are masked as they are in the hall.
 */
final class Evidence {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The same case is the same file, whenever it is asked for. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Evidence() {}

    static Buffer of(JsonObject one, List<SealedAct> trail, Front front) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("case.json", one.encodePrettily() + "\n");
        files.put("case.html", EvidencePage.of(one, front));
        files.put("trail.csv", csv(trail));
        StringBuilder sums = new StringBuilder();
        files.forEach(
                (name, text) ->
                        sums.append(Secrets.sha256(text)).append("  ").append(name).append('\n'));
        files.put("SHA256SUMS", sums.toString());
        return Buffer.buffer(zip(files));
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * RFC 4180, every cell quoted. No cell begins as a formula does: each is a number, a time, a
     * word of the hall's or JSON.
     */
    private static String csv(List<SealedAct> trail) {
        StringBuilder csv =
                new StringBuilder(BYTE_ORDER_MARK)
                        .append("index,at,by,act,window,ticket,details,hash_before,hash\r\n");
        for (SealedAct row : trail) {
            List<String> cells =
                    List.of(
                            String.valueOf(row.act().index()),
                            row.act().at().toString(),
                            row.act().by(),
                            row.act().act(),
                            row.act().window().orElse(""),
                            row.act().ticket().orElse(""),
                            row.act().details(),
                            row.before(),
                            row.hash());
            csv.append(
                    String.join(
                            ",",
                            cells.stream()
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList()));
            csv.append("\r\n");
        }
        return csv.toString();
    }
}
