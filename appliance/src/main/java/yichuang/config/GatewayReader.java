package yichuang.config;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import yichuang.evaluation.gateway.Settings;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Secrets;
import yichuang.evaluation.sending.Template;
import yichuang.hall.Channel;
import yichuang.hall.Setup;

/** Reads {@code gateway}: by what links to rate a visit by are sent to phones, when, how many. */
final class GatewayReader {
    private static final String TEXT = "${hall}：您的业务（${number}）已办结，请点击评价 ${link}";
    private static final int DELAY_MINUTES = 30;
    private static final int PER_DAY = 2_000;
    private static final LocalTime QUIET_FROM = LocalTime.of(20, 0);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);

    /** After the time for taking a finish back, in which the last one may still be on its way. */
    private static final Duration AFTER_UNDO = Duration.ofSeconds(30);

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Path folder;
    private final Problems problems;
    private final SentTexts texts;

    GatewayReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        this.texts = new SentTexts(problems);
    }

    /** {@return what the sender needs; nothing when the hall has no gateway or it is not right} */
    Optional<Settings> read(Yaml.Mapping hall, URI publicUrl, Setup setup) {
        return hall.findMapping("gateway").flatMap(gateway -> settings(gateway, publicUrl, setup));
    }

    private Optional<Settings> settings(Yaml.Mapping gateway, URI publicUrl, Setup setup) {
        int before = problems.count();
        Yaml.Text url = gateway.text("url");
        closed(url);
        reachable(gateway, publicUrl);
        Yaml.Mapping tree = gateway.mapping("body");
        texts.tree(tree, Settings.PLACES);
        Template body = new Template(AsJson.of(tree).toString());
        needs(tree, body.names(), List.of("phone", "id"));
        if (!body.names().contains("text") && !body.names().contains("link")) {
            needs(tree, body.names(), List.of("text"));
        }
        Optional<Yaml.Text> text = gateway.findText("text");
        text.ifPresent(
                own -> {
                    texts.places(own, Settings.TEXT_PLACES);
                    needs(own, new Template(own.value()).names(), List.of("link"));
                });
        Map<String, Template> headers = new LinkedHashMap<>();
        SentTexts.words(gateway.findMapping("headers"))
                .forEach((name, value) -> headers.put(name, new Template(value)));
        Optional<Secrets> secrets = secrets(gateway, headers);
        if (problems.count() > before || secrets.isEmpty()) {
            return Optional.empty();
        }
        Optional<Yaml.Mapping> quiet = gateway.findMapping("quiet");
        Duration delay =
                Duration.ofMinutes(gateway.findWhole("delayMinutes").orElse(DELAY_MINUTES));
        Duration undo = setup.rules().undo().plus(AFTER_UNDO);
        return Optional.of(
                new Settings(
                        URI.create(url.value()),
                        Channel.find(gateway.word("channel")).orElseThrow(),
                        headers,
                        BodyForm.valueOf(
                                gateway.findText("as")
                                        .map(Yaml.Text::value)
                                        .orElse("json")
                                        .toUpperCase(Locale.ROOT)),
                        (JsonObject) AsJson.of(tree),
                        new Template(text.map(Yaml.Text::value).orElse(TEXT)),
                        secrets.get(),
                        gateway.findMapping("answer").map(SentTexts::answer),
                        delay.compareTo(undo) > 0 ? delay : undo,
                        quiet.map(given -> LocalTime.parse(given.word("from"))).orElse(QUIET_FROM),
                        quiet.map(given -> LocalTime.parse(given.word("to"))).orElse(QUIET_UNTIL),
                        gateway.findWhole("perDay").orElse(PER_DAY),
                        setup.zone(),
                        setup.name()));
    }

    /** Numbers and links go over no network in plain sight. */
    private void closed(Yaml.Text url) {
        URI address = URI.create(url.value());
        boolean here = THIS_MACHINE.contains(String.valueOf(address.getHost()));
        if (!"https".equals(address.getScheme()) && !here) {
            problems.add(
                    url.at(),
                    "手机号不能明文走网络。把地址改成 https，或在本机装一个转发程序，写 http://127.0.0.1。",
                    "Phone numbers go over no network in plain sight. Give an https address, or"
                            + " http://127.0.0.1 of a forwarder on this machine.");
        }
    }

    /** A link that no phone can open would be sent to everybody. */
    private void reachable(Yaml.Mapping gateway, URI publicUrl) {
        if (THIS_MACHINE.contains(String.valueOf(publicUrl.getHost()))) {
            problems.add(
                    gateway.at(),
                    "短信里的链接以 hall.publicUrl 开头，现在是 " + publicUrl + "，手机打不开。先改它。",
                    "Links begin with hall.publicUrl, which is "
                            + publicUrl
                            + " now: no phone can open it. Set it first.");
        }
    }

    private void needs(Yaml where, Set<String> has, List<String> needed) {
        for (String name : needed) {
            if (!has.contains(name)) {
                problems.add(
                        where.at(), "缺少 ${" + name + "}。写进去。", "lacks ${" + name + "}. Put it in.");
            }
        }
    }

    private Optional<Secrets> secrets(Yaml.Mapping gateway, Map<String, Template> headers) {
        Set<String> names = new TreeSet<>();
        headers.values().forEach(header -> names.addAll(header.names()));
        Optional<Yaml.Text> named = gateway.findText("secrets");
        if (named.isEmpty()) {
            names.forEach(name -> lacking(gateway, name));
            return Optional.of(new Secrets(Map.of()));
        }
        SecretsFile file =
                new SecretsFile(
                        folder.resolve(named.get().value()), new ArrayList<>(names), problems);
        Optional<Secrets> secrets = file.read();
        secrets.ifPresent(
                read ->
                        names.stream()
                                .filter(name -> !read.has(name))
                                .forEach(
                                        name ->
                                                file.wrong(
                                                        "缺少 "
                                                                + name
                                                                + "，请求头要用。补上一行“"
                                                                + name
                                                                + " = 值”。",
                                                        "lacks "
                                                                + name
                                                                + ", which a header needs. Add a"
                                                                + " line \""
                                                                + name
                                                                + " = value\".")));
        return secrets;
    }

    private void lacking(Yaml.Mapping gateway, String name) {
        problems.add(
                gateway.at(),
                "请求头要用密钥 ${" + name + "}，却没有 secrets。写密钥文件的路径。",
                "A header needs the secret ${"
                        + name
                        + "}, but there is no secrets. Name the file of the keys.");
    }
}
