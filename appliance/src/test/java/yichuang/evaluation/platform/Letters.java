package yichuang.evaluation.platform;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.TicketId;
import yichuang.records.Letter;
import yichuang.records.Story;

/** Letters of one visit to window 2, for a company. */
final class Letters {
    static final String ITEM = "11370302004200106F437014500100001";

    private Letters() {}

    static Letter service(String caseNumber) {
        return letter(Letter.Kind.SERVICE, caseNumber, Optional.empty());
    }

    static Letter rated(
            String caseNumber, int level, String channel, String reasons, String comment) {
        return letter(
                Letter.Kind.RATING,
                caseNumber,
                Optional.of(
                        new Letter.Rating(
                                "r1",
                                level,
                                channel,
                                reasons,
                                Optional.of(comment).filter(text -> !text.isEmpty()),
                                false,
                                Story.NINE.plus(Duration.ofMinutes(11)))));
    }

    private static Letter letter(
            Letter.Kind kind, String caseNumber, Optional<Letter.Rating> rating) {
        Instant nine = Story.NINE;
        return new Letter(
                kind + ":" + caseNumber + ":1",
                kind,
                Letter.State.WAITING,
                new TicketId("t1"),
                "A0001",
                caseNumber,
                1,
                new Letter.Service(
                        ITEM,
                        "公司设立登记",
                        "区行政审批服务局",
                        "2",
                        Optional.of("s1"),
                        "DONE",
                        Story.DAY,
                        nine,
                        nine.plusSeconds(60),
                        nine.plusSeconds(600)),
                rating,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** {@return the letter as the platform of these settings reads it} */
    static JsonObject written(Settings settings, Letter letter) {
        Dialect dialect = settings.dialect();
        try {
            return dialect.form(letter.kind())
                    .write(
                            new Facts(
                                    letter,
                                    settings.district(),
                                    DateTimeFormatter.ofPattern(dialect.fieldTimes()),
                                    Optional::of));
        } catch (Unwritable e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
