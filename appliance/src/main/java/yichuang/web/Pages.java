package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import yichuang.access.Secrets;

/**
 * The pages, out of the program itself. Nothing inline, nothing from elsewhere: the content
 * security policy allows the controller only. A file's ETag is its hash, so an unchanged one costs
 * 304.
 */
final class Pages {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");
    private static final String POLICY =
            "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "ico", "image/x-icon",
                    "woff2", "font/woff2");

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

    private record File(String type, Buffer bytes, String tag) {}

    void addTo(Map<String, Act> acts) {
        for (String page :
                new String[] {"kiosk", "window", "board", "manager", "desk", "admin", "enrol"}) {
            acts.put(page + "Page", exchange -> answer(exchange, page + "/index.html"));
        }
        acts.put("ticketPage", exchange -> answer(exchange, "ticket/index.html"));
        acts.put("pageFile", exchange -> answer(exchange, name(exchange, "file")));
        acts.put(
                "pageFolderFile",
                exchange ->
                        answer(exchange, name(exchange, "folder") + "/" + name(exchange, "file")));
    }

    private static String name(Exchange exchange, String parameter) {
        String name = exchange.path(parameter);
        if (!NAME.matcher(name).matches()) {
            throw Refusals.unknownAddress(name);
        }
        return name;
    }

    /**
     * {@return the page on which a browser is enrolled, for one that asks for a page and may not
     * see it}
     */
    Optional<Reply.Whole> enrol(int status) {
        return file("enrol/index.html").map(file -> reply(file, status));
    }

    private Future<Reply> answer(Exchange exchange, String path) {
        File file = file(path).orElseThrow(() -> Refusals.unknownAddress("/" + path));
        if (file.tag().equals(exchange.request().getHeader("If-None-Match"))) {
            return Future.succeededFuture(
                    new Reply.Whole(304, file.type(), Buffer.buffer(), Map.of("ETag", file.tag())));
        }
        return Future.succeededFuture(reply(file, 200));
    }

    private static Reply.Whole reply(File file, int status) {
        return new Reply.Whole(
                status,
                file.type(),
                file.bytes(),
                Map.of(
                        "ETag",
                        file.tag(),
                        "Cache-Control",
                        "no-cache",
                        "Content-Security-Policy",
                        POLICY,
                        "Referrer-Policy",
                        "no-referrer"));
    }

    private Optional<File> file(String path) {
        return files.computeIfAbsent(path, Pages::load)
                .or(
                        () -> {
                            files.remove(path); // names that are not there must not pile up
                            return Optional.empty();
                        });
    }

    private static Optional<File> load(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = Pages.class.getResourceAsStream("/pages/" + path)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            String tag =
                    "\""
                            + Secrets.sha256(
                                            new String(
                                                    bytes,
                                                    java.nio.charset.StandardCharsets.ISO_8859_1))
                                    .substring(0, 24)
                            + "\"";
            return Optional.of(new File(type, Buffer.buffer(bytes), tag));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
