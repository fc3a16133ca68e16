package yichuang.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A script's file, looked at now and then. A new version that is broken leaves the old one working
 * and is shown as a fault. Not on the log's thread: compiling takes half a second. What it answers
 * is handed to {@link Dispatch#script} and {@link Dispatch#fault} there.
 */
public final class PolicyFile {
    private final Path file;
    private Optional<FileTime> seen = Optional.empty();
    private long seenBytes;
    private boolean missing;

    public PolicyFile(Path file) {
        this.file = file;
    }

    /** What a look at the file found. */
    public sealed interface Look {
        /** As before. */
        record Unchanged() implements Look {}

        /** To be used from now on. */
        record Loaded(Script script) implements Look {}

        /** Not to be used; the one before stays. */
        record Broken(ScriptFault fault) implements Look {}
    }

    /**
     * Reads and compiles the file if it changed since the last look. A file that is gone is a
     * fault, once, and the script stays.
     *
     * @param now for the fault
     */
    public Look reloadIfChanged(Instant now) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            long bytes = Files.size(file);
            if (seen.filter(changed::equals).isPresent() && bytes == seenBytes) {
                return new Look.Unchanged();
            }
            seen = Optional.of(changed);
            seenBytes = bytes;
            missing = false;
            return new Look.Loaded(Script.compile(name(), Files.readString(file)));
        } catch (ScriptError error) {
            return new Look.Broken(
                    new ScriptFault(name(), error.line(), error.what() + " " + error.hint(), now));
        } catch (IOException gone) {
            if (missing) {
                return new Look.Unchanged();
            }
            missing = true;
            seen = Optional.empty();
            return new Look.Broken(
                    new ScriptFault(
                            name(),
                            0,
                            "读不到文件，继续用原来的脚本："
                                    + gone.getMessage()
                                    + "。The file cannot be read, the script before stays: "
                                    + gone.getMessage(),
                            now));
        }
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
