package yichuang.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import yichuang.access.Secrets;

/**
 * The files of the pages, out of the program itself, each read once: those of {@code pages/}, and
 * Lit's out of its WebJars, whose paths carry a version that no page needs to know.
 */
final class PageFiles {
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "woff2", "font/woff2");

    /** The folder under {@code /pages} → the WebJar that fills it. */
    private static final Map<String, String> WEBJARS =
            Map.of(
                    "lit-element", "lit-element",
                    "lit-html", "lit-html",
                    "lit-reactive", "lit__reactive-element");

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();
    private final Map<String, String> webjars = new HashMap<>();

    /** A file as it is sent; its tag is made of its bytes, so an unchanged one costs 304. */
    record File(String type, Zipped body, String tag) {
        static File of(String name, byte[] bytes) {
            String hash = Secrets.sha256(new String(bytes, StandardCharsets.ISO_8859_1));
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new File(
                    type, Zipped.of(Buffer.buffer(bytes)), "\"" + hash.substring(0, 24) + "\"");
        }

        String text() {
            return body.plain().toString(StandardCharsets.UTF_8);
        }
    }

    PageFiles() {
        WEBJARS.forEach((folder, jar) -> webjars.put(folder, contents(jar)));
    }

    private static String contents(String jar) {
        String file = "/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties";
        try (InputStream in = PageFiles.class.getResourceAsStream(file)) {
            Properties about = new Properties();
            about.load(in);
            return "/META-INF/resources/webjars/" + jar + "/" + about.getProperty("version") + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** {@return the file under {@code /pages/}; empty when there is none, or none of its kind} */
    Optional<File> find(String path) {
        Optional<File> file = files.computeIfAbsent(path, this::load);
        if (file.isEmpty()) {
            files.remove(path); // names that are not there must not pile up
        }
        return file;
    }

    private Optional<File> load(String path) {
        if (!TYPES.containsKey(path.substring(path.lastIndexOf('.') + 1))) {
            return Optional.empty();
        }
        try (InputStream in = PageFiles.class.getResourceAsStream(resource(path))) {
            return in == null ? Optional.empty() : Optional.of(File.of(path, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private String resource(String path) {
        int slash = path.indexOf('/');
        String contents = slash < 0 ? null : webjars.get(path.substring(0, slash));
        return contents == null ? "/pages/" + path : contents + path.substring(slash + 1);
    }
}
