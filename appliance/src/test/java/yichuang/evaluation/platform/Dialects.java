package yichuang.evaluation.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import yichuang.config.Config;
import yichuang.config.ConfigErrors;

/** Settings as a hall reads them, from a small hall that names a dialect file. */
final class Dialects {
    private static final Path SMALL = Path.of("src/test/resources/yichuang/config/small");
    static final Path SHIPPED = Path.of("../config/platform");

    private Dialects() {}

    static Settings shipped(Path folder, String name) {
        return of(folder, SHIPPED.resolve(name + ".yaml"), TestKeys.secrets());
    }

    static Settings small(Path folder) {
        return of(
                folder,
                Path.of("src/test/resources/yichuang/platform/small.yaml"),
                TestKeys.secrets());
    }

    static Settings of(Path folder, Path dialect, String secrets) {
        try {
            write(folder, dialect, secrets);
            return Config.load(folder.resolve("hall.yaml")).platform().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigErrors wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    static void write(Path folder, Path dialect, String secrets) throws IOException {
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(
                folder.resolve("hall.yaml"),
                Files.readString(folder.resolve("hall.yaml"))
                        + "\nplatform:\n  dialect: "
                        + dialect.toAbsolutePath()
                        + "\n  url: http://127.0.0.1:1\n  secrets: secrets\n"
                        + "  values: {dataSource: \"165\"}\n");
        Path file = folder.resolve("secrets");
        Files.writeString(file, secrets);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
