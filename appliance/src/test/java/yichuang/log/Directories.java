package yichuang.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What accidents do to a data directory. */
final class Directories {
    private Directories() {}

    static List<Path> files(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from, "")) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
        return to;
    }

    static void truncate(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileChannel unused = channel.truncate(bytes);
        }
    }

    static void zero(Path file, int from, int to) throws IOException {
        try (RandomAccessFile at = new RandomAccessFile(file.toFile(), "rw")) {
            at.seek(from);
            at.write(new byte[to - from]);
        }
    }

    static void flip(Path file, int offset) throws IOException {
        try (RandomAccessFile at = new RandomAccessFile(file.toFile(), "rw")) {
            at.seek(offset);
            int value = at.read();
            at.seek(offset);
            at.write(value ^ 0x41);
        }
    }

    /** {@return every file with its bytes, the lock aside} */
    static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(directory, "")) {
            if (!file.endsWith("lock")) {
                contents.put(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
