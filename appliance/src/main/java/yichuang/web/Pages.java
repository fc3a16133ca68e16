package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The pages: an operation for each, and for the files they ask for. */
final class Pages {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}");
    private static final List<String> PAGES =
            List.of(
                    "kiosk", "window", "board", "ticket", "manager", "guide", "devices", "admin",
                    "enrol", "unit", "poster");

    private final PageFiles files = new PageFiles();
    private final PageShell shell = new PageShell(files);
    private final String policy = shell.policy();

    void addTo(Map<String, Act> acts) {
        PAGES.forEach(
                page -> acts.put(page + "Page", exchange -> answer(exchange, shell.page(page))));
        acts.put(
                "deskPage",
                exchange -> {
                    throw Refusals.unknownAddress("/desk");
                });
        acts.put("pageFile", exchange -> file(exchange, name(exchange, "file")));
        acts.put(
                "pageFolderFile",
                exchange ->
                        file(exchange, name(exchange, "folder") + "/" + name(exchange, "file")));
        acts.put(
                "pageDeepFile",
                exchange ->
                        file(
                                exchange,
                                name(exchange, "folder")
                                        + "/"
                                        + name(exchange, "within")
                                        + "/"
                                        + name(exchange, "file")));
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
    Reply.Whole enrol(int status) {
        PageFiles.File page = shell.page("enrol");
        return reply(Reply.text(page.type(), page.body().plain()), page.tag(), status);
    }

    private Future<Reply> file(Exchange exchange, String path) {
        return answer(
                exchange, files.find(path).orElseThrow(() -> Refusals.unknownAddress("/" + path)));
    }

    private Future<Reply> answer(Exchange exchange, PageFiles.File file) {
        Reply.Whole whole = file.body().reply(exchange.request(), file.type());
        String tag = tag(file, whole);
        if (tag.equals(exchange.request().getHeader("If-None-Match"))) {
            return Future.succeededFuture(
                    new Reply.Whole(
                            304,
                            file.type(),
                            Buffer.buffer(),
                            Map.of("ETag", tag, "Vary", "Accept-Encoding")));
        }
        return Future.succeededFuture(reply(whole, tag, 200));
    }

    /** Other bytes have another tag (RFC 9110 §8.8.3). */
    private static String tag(PageFiles.File file, Reply.Whole whole) {
        return whole.headers().containsKey("Content-Encoding")
                ? file.tag().replaceFirst("\"$", "-gzip\"")
                : file.tag();
    }

    private Reply.Whole reply(Reply.Whole file, String tag, int status) {
        return new Reply.Whole(status, file.type(), file.body(), file.headers())
                .with("ETag", tag)
                .with("Cache-Control", "no-cache")
                .with("Content-Security-Policy", policy)
                .with("Referrer-Policy", "no-referrer");
    }
}
