package yichuang.bench.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import yichuang.bench.day.Visit.Manner;

/**
 * Plans a day: the same seed and the same catalogue make the same visits. People come for what the
 * windows can do in proportion to what they can do of it, some items far more often than others, so
 * that the hall is busy and not hopeless.
 */
final class DayPlan {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final List<String> GROUPS =
            List.of("elderly", "elderly", "elderly", "disabled", "serviceman", "pregnant");
    private static final int LEGS_PLANNED = 8;

    private final Catalogue catalogue;
    private final LocalDate day;
    private final SplittableRandom random;
    private final Services services;
    private final List<String> windows;

    private DayPlan(long seed, Catalogue catalogue, LocalDate day) {
        this.catalogue = catalogue;
        this.day = day;
        this.random = new SplittableRandom(seed);
        this.services = new Services(catalogue, day, random);
        this.windows = List.copyOf(catalogue.skills().keySet());
    }

    /** {@return the visits in the order of their arrival} */
    static List<Visit> of(long seed, int people, Catalogue catalogue, LocalDate day) {
        return new DayPlan(seed, catalogue, day).visits(people);
    }

    private List<Visit> visits(int people) {
        Instant midnight = day.atStartOfDay(ZONE).toInstant();
        List<Visit> visits = new ArrayList<>();
        for (Instant arrives : Arrivals.draw(people, midnight, random)) {
            visits.add(visit(visits.size(), arrives));
        }
        return visits;
    }

    private Visit visit(int index, Instant arrives) {
        String window = windows.get(random.nextInt(windows.size()));
        String item = popular(window);
        List<Visit.Service> legs = new ArrayList<>();
        for (int leg = 0; leg < LEGS_PLANNED; leg++) {
            legs.add(services.next(item, window, index * LEGS_PLANNED + leg));
        }
        return new Visit(
                index,
                arrives,
                request(index, item),
                manner(window),
                legs,
                opinion(),
                chance(0.02),
                chance(0.5)
                        ? Optional.of(Duration.ofMinutes(random.nextInt(40, 120)))
                        : Optional.empty());
    }

    /**
     * Of a window's items the first are asked for most (Zipf), the short ones more than the long.
     */
    private String popular(String window) {
        List<String> skills = catalogue.skills().get(window);
        double all = 0;
        for (int i = 0; i < skills.size(); i++) {
            all += weight(skills, i);
        }
        double at = random.nextDouble() * all;
        for (int i = 0; i < skills.size(); i++) {
            at -= weight(skills, i);
            if (at < 0) {
                return skills.get(i);
            }
        }
        return skills.getLast();
    }

    private double weight(List<String> skills, int i) {
        return 1.0 / (i + 1) / catalogue.item(skills.get(i)).minutes();
    }

    private JsonObject request(int index, String item) {
        JsonObject request = new JsonObject();
        if (chance(0.06) && !catalogue.themes().isEmpty()) {
            Catalogue.Theme theme =
                    catalogue.themes().get(random.nextInt(catalogue.themes().size()));
            request.put("theme", theme.code());
            List<String> chosen = theme.choices().stream().filter(one -> chance(0.6)).toList();
            if (chance(0.5) && !chosen.isEmpty()) {
                request.put("choices", new JsonArray(chosen));
            }
        } else {
            JsonArray items = new JsonArray().add(item);
            if (chance(0.04)) {
                items.add(popular(windows.get(random.nextInt(windows.size()))));
            }
            request.put("items", items);
        }
        if (chance(0.03)) {
            request.put("count", random.nextInt(2, 8));
        }
        if (chance(0.16)) {
            request.put("priority", GROUPS.get(random.nextInt(GROUPS.size())));
        }
        if (chance(0.02)) {
            request.put("language", "en");
        }
        if (chance(0.3)) {
            request.put("phone", String.format("139%08d", index));
        }
        return request;
    }

    private Manner manner(String window) {
        double one = random.nextDouble();
        if (one < 0.03) {
            return new Manner.Leaves(Duration.ofSeconds(random.nextInt(120, 1500)));
        }
        if (one < 0.05) {
            return new Manner.ChangesItem(
                    Duration.ofSeconds(random.nextInt(20, 240)), popular(window));
        }
        if (one < 0.10) {
            return new Manner.MissesCall(
                    chance(0.6)
                            ? Optional.of(Duration.ofSeconds(random.nextInt(60, 720)))
                            : Optional.empty());
        }
        return new Manner.Stays();
    }

    /**
     * Two of five never rate; most of the others press a key at the window, and most are content.
     */
    private Optional<Visit.Opinion> opinion() {
        if (chance(0.4)) {
            return Optional.empty();
        }
        double how = random.nextDouble();
        double what = random.nextDouble();
        int level = what < 0.62 ? 5 : what < 0.84 ? 4 : what < 0.94 ? 3 : what < 0.98 ? 2 : 1;
        String channel = how < 0.6 ? "keypad" : how < 0.75 ? "qr" : how < 0.9 ? "kiosk" : "paper";
        Duration after =
                switch (channel) {
                    case "keypad" -> Duration.ofSeconds(random.nextInt(3, 15));
                    case "kiosk" -> Duration.ofSeconds(random.nextInt(60, 300));
                    default -> Duration.ofSeconds(random.nextInt(120, 3600));
                };
        return Optional.of(new Visit.Opinion(channel, level, after, chance(0.05)));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
