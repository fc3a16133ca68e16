package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens and closes windows as the load asks: as few as can take every item all day, one more where
 * more than two wait for each open one, one less where nobody has waited for a while. Sends people
 * to lunch in turn, and home when the last visitor is served.
 */
final class ShiftLead {
    private static final Duration LOOKS_EVERY = Duration.ofMinutes(2);
    private static final double WAITING_PER_WINDOW_MAX = 2;
    private static final int QUIET_LOOKS = 6;

    private final HallDay day;
    private final Map<String, Clerk> clerks;
    private final Set<String> always;
    private final Map<String, Integer> quiet = new HashMap<>();
    private int peakWaiting;

    ShiftLead(HallDay day, Map<String, Clerk> clerks) {
        this.day = day;
        this.clerks = clerks;
        this.always = cover();
    }

    int peakWaiting() {
        return peakWaiting;
    }

    /** {@return windows that take every item between them, the most able first} */
    private Set<String> cover() {
        Set<String> chosen = new HashSet<>();
        Set<String> covered = new HashSet<>();
        while (true) {
            String best = "";
            int most = 0;
            for (Map.Entry<String, List<String>> window : day.catalogue().skills().entrySet()) {
                Set<String> more = new HashSet<>(window.getValue());
                more.removeAll(covered);
                if (more.size() > most) {
                    most = more.size();
                    best = window.getKey();
                }
            }
            if (most == 0) {
                return chosen;
            }
            chosen.add(best);
            covered.addAll(day.catalogue().skills().get(best));
        }
    }

    /** Leads the shift until the last visitor has gone. */
    void lead(Instant terminals, Instant opening, Instant lunch, Instant closing)
            throws InterruptedException {
        day.time().sleepUntil(terminals);
        clerks.values().stream()
                .filter(clerk -> clerk.window().startsWith("T"))
                .forEach(Clerk::openPlease);
        day.time().sleepUntil(opening);
        always.forEach(window -> clerks.get(window).openPlease());
        List<Clerk> toLunch = new ArrayList<>(clerks.values());
        while (!finished(closing)) {
            look();
            if (day.time().now().isAfter(lunch) && !toLunch.isEmpty()) {
                toLunch.removeFirst().pausePlease();
            }
            day.time().sleep(LOOKS_EVERY);
        }
        clerks.values().forEach(Clerk::closePlease);
    }

    private boolean finished(Instant closing) throws InterruptedException {
        if (day.time().now().isBefore(closing) || day.pending() > 0) {
            return false;
        }
        return waiting().isEmpty() && clerks.values().stream().noneMatch(Clerk::isBusy);
    }

    private List<JsonObject> waiting() throws InterruptedException {
        return Catalogue.objects(day.hall().readJson("/api/hall").getJsonArray("waiting"));
    }

    private void look() throws InterruptedException {
        List<JsonObject> waiting = waiting();
        peakWaiting = Math.max(peakWaiting, waiting.size());
        for (Clerk clerk : clerks.values()) {
            long mine = waiting.stream().filter(one -> takes(clerk, one)).count();
            long open =
                    clerks.values().stream()
                            .filter(Clerk::isWanted)
                            .filter(one -> sharesWork(one, clerk))
                            .count();
            int quietFor = mine == 0 ? quiet.merge(clerk.window(), 1, Integer::sum) : 0;
            quiet.put(clerk.window(), quietFor);
            if (!clerk.isWanted() && mine > WAITING_PER_WINDOW_MAX * Math.max(1, open)) {
                clerk.openPlease();
            } else if (clerk.isWanted()
                    && quietFor > QUIET_LOOKS
                    && !always.contains(clerk.window())
                    && !clerk.window().startsWith("T")) {
                clerk.closePlease();
            }
        }
    }

    private boolean takes(Clerk clerk, JsonObject waiting) {
        return waiting.getJsonArray("items").stream()
                .anyMatch(item -> day.catalogue().takes(clerk.window(), String.valueOf(item)));
    }

    private boolean sharesWork(Clerk one, Clerk other) {
        return day.catalogue().skills().get(one.window()).stream()
                .anyMatch(item -> day.catalogue().takes(other.window(), item));
    }
}
