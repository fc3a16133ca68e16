package yichuang.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import yichuang.evaluation.sending.Secrets;

/**
 * Reads the keys of the evaluation platform or of a gateway: a line {@code name = value} for each.
 * Only its owner may be able to read the file, and no message ever shows what is in it.
 */
final class SecretsFile {
    /** What an evaluation platform may ask for. */
    static final List<String> PLATFORM =
            List.of(
                    Secrets.APP_MARK,
                    Secrets.APP_WORD,
                    Secrets.PLATFORM_KEY,
                    Secrets.OWN_KEY,
                    Secrets.HMAC_KEY,
                    Secrets.SM4_KEY);

    private static final Set<PosixFilePermission> NOBODY_ELSE =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path file;
    private final List<String> names;
    private final Problems problems;

    /** {@code names}: those that the file may have. */
    SecretsFile(Path file, List<String> names, Problems problems) {
        this.names = List.copyOf(names);
        this.file = file;
        this.problems = problems;
    }

    /** {@return what is in the file; nothing when a problem says why not} */
    Optional<Secrets> read() {
        int before = problems.count();
        Optional<String> text = TextFile.read(file, problems);
        if (text.isEmpty() || !isPrivate()) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        int line = 0;
        for (String row : text.get().split("\n", -1)) {
            line++;
            if (!row.isBlank() && !row.strip().startsWith("#")) {
                take(row.strip(), new At(file.toString(), line), values);
            }
        }
        return problems.count() == before ? Optional.of(new Secrets(values)) : Optional.empty();
    }

    private boolean isPrivate() {
        try {
            Set<PosixFilePermission> may = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            may.removeAll(NOBODY_ELSE);
            if (may.isEmpty()) {
                return true;
            }
            wrong(
                    "别人也能读这个密钥文件。运行 chmod 600 " + file + "。",
                    "Others can read this file of keys. Run chmod 600 " + file + ".");
        } catch (IOException | UnsupportedOperationException unknown) {
            wrong(
                    "看不出谁能读这个密钥文件。换到普通的 Linux 文件系统上。",
                    "It cannot be seen who may read this file of keys. Put it on a Linux file system.");
        }
        return false;
    }

    private void take(String row, At at, Map<String, String> values) {
        int equals = row.indexOf('=');
        String name = equals < 0 ? "" : row.substring(0, equals).strip();
        String value = row.substring(equals + 1).strip();
        if (!names.contains(name) || value.isEmpty()) {
            String known = String.join(", ", names);
            problems.add(
                    at,
                    "每行写“名称 = 值”，名称可用：" + known + "。",
                    "Write a line \"name = value\"; names are " + known + ".");
        } else if (values.put(name, value) != null) {
            problems.add(at, name + " 写了两次。删去一个。", name + " is there twice. Remove one.");
        }
    }

    /** Says that a key is missing or is none. */
    void wrong(String chinese, String english) {
        problems.add(new At(file.toString(), 1), chinese, english);
    }
}
