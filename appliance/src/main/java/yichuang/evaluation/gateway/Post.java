package yichuang.evaluation.gateway;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Heard;
import yichuang.evaluation.sending.Secrets;
import yichuang.evaluation.sending.Template;
import yichuang.evaluation.sending.Verdict;
import yichuang.evaluation.sending.Wire;

/** One message: put into the gateway's body, sent, and the answer read. */
final class Post {
    /** A gateway may say our own words again; what could be a number or a link does not stay. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9][0-9 -]{3,}[0-9]|https?://\\S+");

    private final Settings settings;
    private final Wire wire;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * A message on its way.
     *
     * @param id by which the gateway drops a second one
     */
    record Message(String id, String phone, String link, String text) {}

    Post(Settings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
        settings.headers().forEach((name, value) -> headers.put(name, filled(value)));
    }

    private String filled(Template header) {
        Secrets secrets = settings.secrets();
        Map<String, String> values = new LinkedHashMap<>();
        header.names().forEach(name -> values.put(name, secrets.get(name)));
        return header.filled(values).orElseThrow();
    }

    Verdict send(Message message) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("phone", message.phone());
        values.put("text", message.text());
        values.put("id", message.id());
        values.put("link", message.link());
        String body = settings.body().text(BodyForm.filled(settings.tree(), values));
        try {
            Heard heard = wire.post(settings.url(), settings.body().type(), headers, body);
            return withoutNames(
                    settings.answer()
                            .map(form -> form.read(heard))
                            .orElseGet(() -> byStatus(heard)));
        } catch (IOException lost) {
            return withoutNames(
                    new Verdict.Later(String.valueOf(lost.getMessage()), Optional.empty()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Verdict.Later("this controller stops", Optional.empty());
        }
    }

    private static Verdict byStatus(Heard heard) {
        String said = "HTTP " + heard.status();
        return switch (heard.status() / 100) {
            case 2 -> new Verdict.Taken(said);
            case 4 ->
                    switch (heard.status()) {
                        case 400, 413, 422 -> new Verdict.Refused(said);
                        case 409 -> new Verdict.Already(said);
                        default -> new Verdict.Later(said, heard.retryAfter());
                    };
            default -> new Verdict.Later(said, heard.retryAfter());
        };
    }

    private static Verdict withoutNames(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Taken taken -> new Verdict.Taken(bare(taken.receipt()));
            case Verdict.Already already -> new Verdict.Already(bare(already.receipt()));
            case Verdict.Refused refused -> new Verdict.Refused(bare(refused.reason()));
            case Verdict.ClockApart apart ->
                    new Verdict.Later(bare(apart.reason()), Optional.empty());
            case Verdict.Later later -> new Verdict.Later(bare(later.reason()), later.after());
        };
    }

    private static String bare(String said) {
        return PERSONAL.matcher(said).replaceAll("…");
    }
}
