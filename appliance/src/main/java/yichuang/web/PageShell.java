package yichuang.web;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The HTML around each page: the same for all but for its title and its two files. It names every
 * module that the page imports, so that a browser asks for all of them at once rather than one
 * after the other.
 *
 * <p>The import map is the one inline script; the content security policy lets it in by its hash.
 */
final class PageShell {
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*[\"']([^\"']+)[\"']");
    private static final Pattern IN_SHELL = Pattern.compile("\\{(\\w+)\\}");

    private final PageFiles files;
    private final String shell;
    private final String imports;
    private final JsonObject importMap;
    private final JsonObject words;
    private final Map<String, PageFiles.File> made = new ConcurrentHashMap<>();

    PageShell(PageFiles files) {
        this.files = files;
        this.shell = text("shell.html");
        this.imports = text("imports.json").strip();
        this.importMap = new JsonObject(imports).getJsonObject("imports");
        this.words = new JsonObject(text("words/zh.json"));
    }

    private String text(String file) {
        return files.find(file).orElseThrow().text();
    }

    /** {@return the policy under which every page runs: nothing from elsewhere, nothing inline} */
    String policy() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(imports.getBytes(StandardCharsets.UTF_8));
            return "default-src 'self'; script-src 'self' 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; object-src 'none'; form-action 'self';"
                    + " frame-ancestors 'self'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** {@return the page of this folder} */
    PageFiles.File page(String page) {
        return made.computeIfAbsent(page, this::make);
    }

    private PageFiles.File make(String page) {
        Set<String> modules = new LinkedHashSet<>();
        follow("/pages/" + page + "/" + page + ".js", modules);
        StringBuilder preloads = new StringBuilder();
        modules.forEach(
                module ->
                        preloads.append("\n  <link rel=\"modulepreload\" href=\"")
                                .append(module)
                                .append("\">"));
        Map<String, String> facts =
                Map.of(
                        "page",
                        page,
                        "title",
                        words.getString("page." + page),
                        "imports",
                        imports,
                        "preloads",
                        preloads.toString().strip());
        String html =
                IN_SHELL.matcher(shell)
                        .replaceAll(found -> Matcher.quoteReplacement(facts.get(found.group(1))));
        return PageFiles.File.of("page.html", html.getBytes(StandardCharsets.UTF_8));
    }

    private void follow(String module, Set<String> seen) {
        if (!seen.add(module)) {
            return;
        }
        String text = text(module.substring("/pages/".length()));
        Matcher found = IMPORT.matcher(text);
        while (found.find()) {
            follow(address(found.group(1), module), seen);
        }
    }

    /** {@return where the import leads: by the import map, or beside the module} */
    private String address(String name, String module) {
        if (name.startsWith(".")) {
            return java.net.URI.create(module).resolve(name).getPath();
        }
        String exact = importMap.getString(name);
        if (exact != null) {
            return exact;
        }
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return importMap.getString(folder) + name.substring(folder.length());
    }
}
