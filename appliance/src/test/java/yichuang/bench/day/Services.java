package yichuang.bench.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import yichuang.bench.day.Visit.Detour;

/** Plans what happens at the window: how long it takes, how it ends, and what comes between. */
final class Services {
    /** Median of the service time as a share of what the catalogue expects, and its spread. */
    private static final double MEDIAN_SHARE = 0.42;

    private static final double SIGMA = 0.55;

    private final Catalogue catalogue;
    private final LocalDate day;
    private final SplittableRandom random;

    Services(Catalogue catalogue, LocalDate day, SplittableRandom random) {
        this.catalogue = catalogue;
        this.day = day;
        this.random = random;
    }

    /**
     * Plans one leg.
     *
     * @param sequence makes its case number its own
     */
    Visit.Service next(String item, String window, int sequence) {
        Detour detour = detour();
        List<String> skills = catalogue.skills().get(window);
        String other = skills.get(random.nextInt(skills.size()));
        boolean names = detour == Detour.TO_ITEM || random.nextDouble() < 0.02;
        double seconds =
                catalogue.item(item).minutes()
                        * 60
                        * MEDIAN_SHARE
                        * Math.exp(SIGMA * random.nextGaussian());
        return new Visit.Service(
                Duration.ofSeconds(random.nextInt(8, 50)),
                Duration.ofSeconds((long) Math.clamp(seconds, 20, 1500)),
                ending(item, sequence),
                detour,
                Duration.ofSeconds(random.nextInt(180, 1200)),
                names ? Optional.of(other) : Optional.empty());
    }

    private Detour detour() {
        double one = random.nextDouble();
        if (one < 0.02) {
            return Detour.HOLD;
        }
        if (one < 0.03) {
            return Detour.TO_WINDOW;
        }
        if (one < 0.04) {
            return Detour.TO_ITEM;
        }
        if (one < 0.045) {
            return Detour.UNDO_CALL;
        }
        return one < 0.055 ? Detour.UNDO_FINISH : Detour.NONE;
    }

    private Visit.Ending ending(String item, int sequence) {
        JsonObject fields = new JsonObject();
        if (random.nextBoolean()) {
            fields.put(
                    "caseNumber",
                    String.format("SL%s%06d", day.toString().replace("-", ""), sequence));
        }
        List<String> materials = catalogue.item(item).materials();
        JsonArray missing = new JsonArray().add(materials.isEmpty() ? "身份证" : materials.getFirst());
        double one = random.nextDouble();
        if (one < 0.40) {
            return new Visit.Ending("DONE", fields);
        }
        if (one < 0.66) {
            return new Visit.Ending(
                    "ACCEPTED", fields.put("promisedDate", day.plusDays(10).toString()));
        }
        if (one < 0.72) {
            fields.put("missing", missing).put("dueDate", day.plusDays(15).toString());
            fields.put(
                    "caseNumber",
                    String.format("RQ%s%06d", day.toString().replace("-", ""), sequence));
            return new Visit.Ending("ACCEPTED_DEFERRED", fields);
        }
        if (one < 0.78) {
            return new Visit.Ending("COMMITTED", fields.put("commitment", "承诺十日内补齐，愿承担不实后果"));
        }
        if (one < 0.83) {
            return new Visit.Ending(
                    "FORWARDED", fields.put("to", "张店区行政审批服务局").put("delivery", "courier"));
        }
        if (one < 0.90) {
            return new Visit.Ending(
                    "GUIDED", fields.put("missing", missing).put("note", "已出一次性告知单"));
        }
        if (one < 0.93) {
            return new Visit.Ending(
                    "REDIRECTED", fields.put("to", redirectTo(item)).put("with", "刘主任"));
        }
        if (one < 0.96) {
            return new Visit.Ending(
                    "CONSULT", fields.put("who", "市局业务科").put("answerBy", day + "T16:30:00+08:00"));
        }
        return new Visit.Ending("ABANDONED", fields);
    }

    /** Half of them to another hall, half to another item of this one, which is a further leg. */
    private String redirectTo(String item) {
        List<Catalogue.Item> items = catalogue.items();
        String other = items.get(random.nextInt(items.size())).code();
        return random.nextBoolean() || other.equals(item) ? "昆仑镇为民服务中心" : other;
    }
}
