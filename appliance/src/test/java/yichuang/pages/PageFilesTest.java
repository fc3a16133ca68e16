package yichuang.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be told of the pages by reading their files; the browser tests tell the rest. */
class PageFilesTest {
    private static final Path PAGES = Path.of("src/main/resources/pages");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) '([^']+)'");
    private static final Pattern SAID = Pattern.compile("say\\('([\\w.-]+)'");

    @Test
    void nothing_is_inline_and_nothing_comes_from_elsewhere() {
        String shell = read(PAGES.resolve("shell.html"));
        assertTrue(!shell.contains("style=") && !shell.contains("<style"), "shell.html");
        assertTrue(!shell.matches("(?s).*\\son\\w+=.*"), "shell.html");
        Stream.of(".html", ".js", ".css")
                .flatMap(end -> files(end).stream())
                .forEach(
                        file ->
                                assertTrue(
                                        !read(file).matches("(?s).*https?://.*"), file::toString));
        // A style attribute in a template is dropped by the policy, without a word.
        files(".js").forEach(file -> assertTrue(!read(file).contains(" style="), file::toString));
    }

    @Test
    void every_file_that_is_asked_for_is_there() {
        for (Path script : files(".js")) {
            for (String name : all(IMPORT, read(script))) {
                if (name.startsWith(".")) {
                    Path other = script.getParent().resolve(name).normalize();
                    assertTrue(Files.exists(other), script + " imports " + name);
                }
            }
        }
    }

    @Test
    void every_sentence_stands_in_both_languages() {
        Set<String> chinese = new TreeSet<>(words("zh").fieldNames());
        assertEquals(chinese, new TreeSet<>(words("en").fieldNames()));
        for (Path script : files(".js")) {
            for (String key : all(SAID, read(script))) {
                assertTrue(chinese.contains(key), script + " says " + key);
            }
        }
    }

    private static JsonObject words(String language) {
        return new JsonObject(read(PAGES.resolve("words").resolve(language + ".json")));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static List<Path> files(String end) {
        try (Stream<Path> all = Files.walk(PAGES)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
