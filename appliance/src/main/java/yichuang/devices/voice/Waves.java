package yichuang.devices.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * The wave files of a speaker, one for each call, named by the hall's time so that a person finds
 * the one that was complained about. The newest are kept, the others deleted.
 */
final class Waves {
    static final int KEPT_MAX = 50;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path folder;
    private final Clock clock;
    private int made;

    Waves(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** {@return a file to put a sentence into on the way} */
    Path scratch() throws IOException {
        return Files.createDirectories(folder).resolve("sentence.part");
    }

    Path keep(Wave wave) throws IOException {
        Files.createDirectories(folder);
        String time = NAME.format(LocalDateTime.now(clock));
        Path file;
        do {
            made++;
            file = folder.resolve("%s-%05d.wav".formatted(time, made));
        } while (Files.exists(file));
        Files.write(file, wave.file());
        forgetOld();
        return file;
    }

    private void forgetOld() throws IOException {
        List<Path> kept = all(folder);
        for (Path old : kept.subList(0, Math.max(0, kept.size() - KEPT_MAX))) {
            Files.delete(old);
        }
    }

    /** {@return the files, oldest first} */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
        }
    }
}
