package yichuang.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import yichuang.bench.Options;

/** The shipped hall, with the windows of {@link Sides} at their controllers. */
final class HallOfSides {
    private static final String OF_NODES = "# nodes:\n";
    private static final String ISLANDS = "islands:";

    private final Path file;

    /** Writes it beside the run's data. */
    HallOfSides(Options options) throws IOException {
        Path from = options.home().resolve("config");
        Path to = options.out().resolve("config");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path copy = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(one, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        file = to.resolve("hall.yaml");
        Files.write(file, withIslands(Files.readAllLines(file)));
        replace(to.resolve("devices/virtual.yaml"), OF_NODES, "nodes:\n" + nodes());
    }

    private static String nodes() {
        return Sides.WINDOWS.entrySet().stream()
                .map(
                        one ->
                                "  - {node: %s, at: [%s]}%n"
                                        .formatted(one.getKey(), places(one.getValue())))
                .collect(Collectors.joining());
    }

    /** The lines of the hall's file with the islands of {@link Sides} instead of its own. */
    private static List<String> withIslands(List<String> hall) throws IOException {
        int section = hall.indexOf(ISLANDS);
        if (section < 0) {
            throw new IOException("the hall's file has no " + ISLANDS);
        }
        List<String> lines = new ArrayList<>(hall.subList(0, section + 1));
        Sides.WINDOWS.forEach(
                (node, windows) ->
                        lines.add(
                                "  - {node: %s, series: %s, windows: [%s]}"
                                        .formatted(
                                                node, Sides.LETTERS.get(node), places(windows))));
        hall.stream()
                .skip(section + 1L)
                .dropWhile(line -> line.startsWith(" "))
                .forEach(lines::add);
        return lines;
    }

    private static String places(List<String> windows) {
        return windows.stream().map(window -> '"' + window + '"').collect(Collectors.joining(", "));
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(what)) {
            throw new IOException(file + " has no " + what);
        }
        Files.writeString(file, text.replace(what, with));
    }

    /** {@return the hall's file} */
    Path file() {
        return file;
    }
}
