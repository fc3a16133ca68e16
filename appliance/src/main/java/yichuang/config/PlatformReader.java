package yichuang.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import yichuang.evaluation.platform.Dialect;
import yichuang.evaluation.platform.District;
import yichuang.evaluation.platform.Settings;
import yichuang.evaluation.sending.Secrets;
import yichuang.hall.Setup;

/** Reads {@code platform}: where ratings are sent, in which dialect, with which keys. */
final class PlatformReader {
    private static final int MOST = 50;
    private static final int ERASE_AFTER_DAYS = 15;

    private final Path folder;
    private final Problems problems;

    PlatformReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** {@return the file that the hall names, well formed} */
    Optional<Yaml.Mapping> dialect(Yaml.Mapping platform) {
        Path file = folder.resolve(platform.word("dialect"));
        return TextFile.read(file, problems)
                .flatMap(text -> YamlReader.read(text, file.toString(), problems))
                .flatMap(read -> Shape.check(read, "dialect", problems));
    }

    /** {@return what the sender needs; nothing when the hall has no platform or it is not right} */
    Optional<Settings> read(Yaml.Mapping hall, String areaCode, Setup setup) {
        return hall.findMapping("platform")
                .flatMap(platform -> settings(platform, areaCode, setup));
    }

    private Optional<Settings> settings(Yaml.Mapping platform, String areaCode, Setup setup) {
        Map<String, String> values = values(platform);
        int before = problems.count();
        Optional<Dialect> dialect =
                dialect(platform).map(file -> new DialectReader(values, problems).read(file));
        SecretsFile file =
                new SecretsFile(
                        folder.resolve(platform.word("secrets")), SecretsFile.PLATFORM, problems);
        Optional<Secrets> secrets = file.read();
        if (problems.count() > before) {
            return Optional.empty();
        }
        keys(dialect.orElseThrow(), secrets.orElseThrow(), file);
        return Optional.of(
                new Settings(
                        dialect.get(),
                        URI.create(platform.word("url")),
                        secrets.get(),
                        platform.findWhole("most").orElse(MOST),
                        district(areaCode, setup, values),
                        setup.rules().undo(),
                        Duration.ofDays(
                                platform.findWhole("eraseAfterDays").orElse(ERASE_AFTER_DAYS))));
    }

    private static Map<String, String> values(Yaml.Mapping platform) {
        Map<String, String> values = new LinkedHashMap<>();
        platform.findMapping("values")
                .ifPresent(
                        given ->
                                given.entries()
                                        .keySet()
                                        .forEach(key -> values.put(key, given.word(key))));
        return values;
    }

    /** A key that is missing or is none would be found out at the first rating, days later. */
    private static void keys(Dialect dialect, Secrets secrets, SecretsFile file) {
        Set<String> missing = new TreeSet<>(Settings.secretsOf(dialect));
        missing.removeIf(secrets::has);
        for (String name : missing) {
            file.wrong(
                    "缺少 " + name + "，这个方言要用。补上一行“" + name + " = 值”。",
                    "lacks "
                            + name
                            + ", which this dialect needs. Add a line \""
                            + name
                            + " = value\".");
        }
        if (missing.isEmpty() && !Settings.fits(dialect, secrets)) {
            file.wrong(
                    "有一个密钥不合要求：SM2 公钥是 04 开头的 130 位十六进制，私钥 64 位，SM4 密钥 32 位。核对平台发来的密钥。",
                    "holds a key that is none: an SM2 public key is 130 hexadecimal digits beginning"
                            + " with 04, a private one 64, an SM4 key 32. Compare them with what the"
                            + " platform gave you.");
        }
    }

    private static District district(String areaCode, Setup setup, Map<String, String> values) {
        Map<String, String> terms = new LinkedHashMap<>();
        setup.items().forEach(item -> terms.put(item.code().value(), item.timeLimit()));
        return new District(areaCode, setup.zone(), terms, values);
    }
}
