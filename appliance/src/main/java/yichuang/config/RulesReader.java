package yichuang.config;

import java.time.Duration;
import yichuang.hall.VisitRules;

/** Reads the numbers of the rules of a visit. */
final class RulesReader {
    private static final int POSTPONES = 3;
    private static final int KIOSK_RATINGS = 6;

    private RulesReader() {}

    static VisitRules read(Yaml.Mapping hall, Problems problems) {
        Yaml.Mapping rules = hall.mapping("rules");
        Yaml.Mapping noShow = rules.mapping("noShow");
        int recallsMax = rules.whole("recallsMax");
        int calls = noShow.whole("callsMin");
        if (calls > recallsMax + 1) {
            problems.add(
                    noShow.entries().get("callsMin").key(),
                    "最多能叫 "
                            + (recallsMax + 1)
                            + " 次，却要叫满 "
                            + calls
                            + " 次才可过号。改小 callsMin 或改大 recallsMax。",
                    "A window can call "
                            + (recallsMax + 1)
                            + " times, but a no-show asks for "
                            + calls
                            + ". Lower callsMin or raise recallsMax.");
            recallsMax = calls;
        }
        return new VisitRules(
                recallsMax,
                calls,
                Duration.ofSeconds(noShow.whole("secondsBetweenCalls")),
                Duration.ofMinutes(noShow.whole("graceMinutes")),
                Duration.ofSeconds(rules.whole("undoSeconds")),
                Duration.ofMinutes(rules.whole("holdReserveMinutes")),
                Duration.ofSeconds(hall.mapping("rating").whole("keypadSeconds")),
                hall.mapping("rating").whole("deadlineWorkingDays"),
                rules.mapping("duplicates").whole("openTicketsPerItem"),
                rules.findWhole("postponesMax").orElse(POSTPONES));
    }

    static Config.Limits limits(Yaml.Mapping hall) {
        Yaml.Mapping limits = hall.mapping("limits");
        Yaml.Mapping duplicates = hall.mapping("rules").mapping("duplicates");
        return new Config.Limits(
                limits.whole("kioskTicketsPerMinute"),
                limits.findWhole("kioskRatingsPerMinute").orElse(KIOSK_RATINGS),
                limits.whole("phoneTicketsPerMinute"),
                limits.whole("phoneReadsPerMinute"),
                duplicates.whole("ticketsPerDayByPhone"),
                duplicates.whole("ticketsPerDayByDevice"),
                hall.mapping("rules").mapping("noShow").whole("graceCalls"));
    }
}
