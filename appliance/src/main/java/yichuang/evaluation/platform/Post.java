package yichuang.evaluation.platform;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Heard;
import yichuang.evaluation.sending.Secrets;
import yichuang.evaluation.sending.Verdict;
import yichuang.evaluation.sending.Wire;

/**
 * One request: messages closed, put in the dialect's envelope, signed, sent, and the answer read.
 */
final class Post {
    private final Settings settings;
    private final Dialect dialect;
    private final Signing signing;
    private final Sealing sealing;
    private final PlatformTime time;
    private final Wire wire;
    private final DateTimeFormatter requestTimes;

    Post(Settings settings, PlatformTime time, Wire wire) {
        this.settings = settings;
        this.dialect = settings.dialect();
        this.signing = Signing.of(dialect, settings.secrets());
        this.sealing = Sealing.of(dialect, settings.secrets());
        this.time = time;
        this.wire = wire;
        this.requestTimes =
                DateTimeFormatter.ofPattern(dialect.requestTime(), Locale.ROOT)
                        .withZone(settings.district().zone());
    }

    /** Sends, once more at once when it was only that the clocks are apart. */
    Verdict send(MessageForm form, List<JsonObject> messages) throws InterruptedException {
        try {
            Heard heard = once(form, messages);
            boolean learned = heard.date().map(time::heard).orElse(false);
            Verdict verdict = dialect.answer().read(heard);
            if (verdict instanceof Verdict.ClockApart && learned) {
                verdict = dialect.answer().read(once(form, messages));
            }
            return verdict instanceof Verdict.ClockApart apart
                    ? new Verdict.Later(apart.reason(), Optional.empty())
                    : verdict;
        } catch (IOException lost) {
            return new Verdict.Later(String.valueOf(lost.getMessage()), Optional.empty());
        }
    }

    private Heard once(MessageForm form, List<JsonObject> messages)
            throws IOException, InterruptedException {
        return wire.post(
                URI.create(settings.url() + form.path()),
                dialect.body().type(),
                dialect.headers(),
                dialect.body().text(BodyForm.filled(form.envelope(), values(messages))));
    }

    private Map<String, String> values(List<JsonObject> messages) {
        JsonArray list = new JsonArray();
        messages.forEach(list::add);
        byte[] plain = list.encode().getBytes(StandardCharsets.UTF_8);
        String data =
                dialect.seal() == Dialect.SealMethod.NONE
                        ? list.encode()
                        : text(sealing.seal(plain), dialect.sealAs());
        Map<String, String> values = new LinkedHashMap<>();
        values.put("appMark", settings.secrets().get(Secrets.APP_MARK));
        values.put("time", requestTimes.format(time.now()));
        values.put("data", data);
        Map<String, String> signed = new LinkedHashMap<>(values);
        settings.secrets()
                .find(Secrets.APP_WORD)
                .ifPresent(word -> signed.put(Secrets.APP_WORD, word));
        byte[] toSign =
                dialect.signText().filled(signed).orElseThrow().getBytes(StandardCharsets.UTF_8);
        values.put("sign", text(signing.sign(toSign), dialect.signAs()));
        return values;
    }

    private static String text(byte[] bytes, Dialect.TextForm form) {
        return switch (form) {
            case HEX -> HexFormat.of().formatHex(bytes);
            case BASE64 -> Base64.getEncoder().encodeToString(bytes);
        };
    }
}
