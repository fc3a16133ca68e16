package yichuang.evaluation.gateway;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import yichuang.evaluation.sending.AnswerForm;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Secrets;
import yichuang.evaluation.sending.Template;
import yichuang.hall.Channel;

/**
 * A hall's gateway.
 *
 * @param url https, or http on this machine
 * @param channel SMS or WECHAT: so a rating by the link is recorded
 * @param headers with places for secrets
 * @param tree of the body; its texts have the places of {@link #PLACES}
 * @param text what a person reads; its places are hall, number, link
 * @param answer how answers are read; empty: any status of success is one
 * @param delay after the visit closed
 * @param quietFrom nothing is sent from then on …
 * @param quietUntil … until then; over midnight when it is the earlier
 * @param perDayMax most messages of one day
 */
public record Settings(
        URI url,
        Channel channel,
        Map<String, Template> headers,
        BodyForm body,
        JsonObject tree,
        Template text,
        Secrets secrets,
        Optional<AnswerForm> answer,
        Duration delay,
        LocalTime quietFrom,
        LocalTime quietUntil,
        int perDayMax,
        ZoneId zone,
        String hall) {
    /** Names that the places of a body may have. */
    public static final Set<String> PLACES = Set.of("phone", "text", "id", "link");

    /** Names that the places of the text may have. */
    public static final Set<String> TEXT_PLACES = Set.of("hall", "number", "link");

    public Settings {
        headers = new TreeMap<>(headers);
    }

    /** {@return whether nobody wants to be woken at this time} */
    boolean isQuiet(LocalTime time) {
        boolean afterFrom = !time.isBefore(quietFrom);
        boolean beforeUntil = time.isBefore(quietUntil);
        return quietFrom.isAfter(quietUntil) ? afterFrom || beforeUntil : afterFrom && beforeUntil;
    }
}
