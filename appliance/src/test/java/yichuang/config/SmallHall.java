package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the small hall of the test resources, to be broken and loaded. */
record SmallHall(Path folder) {
    private static final Path ORIGINAL = Path.of("src/test/resources/yichuang/config/small");

    static SmallHall in(Path folder) {
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new SmallHall(folder);
    }

    SmallHall with(String file, String old, String changed) {
        String before = read(file);
        if (!before.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        int at = before.indexOf(old);
        return write(file, before.substring(0, at) + changed + before.substring(at + old.length()));
    }

    SmallHall write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    SmallHall write(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The secrets as a file of this name, with who may read it. */
    SmallHall keys(String text, String permissions) {
        write("keys", text);
        try {
            Files.setPosixFilePermissions(
                    folder.resolve("keys"), PosixFilePermissions.fromString(permissions));
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** {@return the one thing that is wrong with it} */
    Problem onlyProblem() {
        List<Problem> problems = assertThrows(ConfigErrors.class, this::load).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.getFirst();
    }

    Config load() throws ConfigErrors {
        return Config.load(folder.resolve("hall.yaml"));
    }
}
