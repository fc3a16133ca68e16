package yichuang.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Something that is sent many times and never changes: gzip-encoded once, when it is made, so that
 * a page costs a hall's weak network a third and its controller nothing.
 *
 * @param gzip empty for what does not get smaller: pictures, fonts, the very short
 */
record Zipped(Buffer plain, Optional<Buffer> gzip) {
    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    static Zipped of(Buffer plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length() / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return new Zipped(
                plain,
                Optional.of(Buffer.buffer(bytes.toByteArray()))
                        .filter(zipped -> zipped.length() < plain.length()));
    }

    /** {@return what this client is sent; empty when it wants plain bytes, or they are better} */
    Optional<Buffer> gzipFor(HttpServerRequest request) {
        return gzip.filter(
                zipped ->
                        Optional.ofNullable(request.getHeader("Accept-Encoding"))
                                .filter(Zipped::accepts)
                                .isPresent());
    }

    /** RFC 9110 §12.5.3; a client that says nothing of gzip, or {@code q=0}, does not want it. */
    private static boolean accepts(String header) {
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(one -> one.equals("gzip") || one.matches("gzip\\s*;.*"))
                .anyMatch(one -> !REFUSED.matcher(one).find());
    }

    /** The answer for this client; caches are told that another client may be sent another. */
    Reply.Whole reply(HttpServerRequest request, String type) {
        Optional<Buffer> zipped = gzipFor(request);
        Reply.Whole reply = Reply.text(type, zipped.orElse(plain)).with("Vary", "Accept-Encoding");
        return zipped.isPresent() ? reply.with("Content-Encoding", "gzip") : reply;
    }
}
